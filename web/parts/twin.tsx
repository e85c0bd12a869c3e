import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Scroller } from './scroller.tsx'
import style from './twin.module.css'

/** A chart's numbers as a table, folded away below it. */
export function Twin(props: { caption: string; head: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  const { t } = useTranslation()
  const { caption, head, rows } = props
  return (
    <details className={style.twin}>
      <summary>{t('asTable')}</summary>
      <Scroller className={style.scroll} name={caption}>
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={head[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  )
}
