import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import type { ShownSheet } from './queries.ts'
import style from './standing.module.css'

/** What a producer should look at before signing; each figure leads to its list. */
export function Doubts({ sheet: { headline } }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const format = useFormat()
  const { unidentified, dialIns, differing, webhooksLost, rowsMissing, clashes, staff, repairs } = headline
  const figures = [
    ['unidentified', unidentified.connections, 'unidentified'],
    ['differing', differing, 'compared'],
    ['webhooksLost', webhooksLost, 'compared'],
    ['rowsMissing', rowsMissing, 'compared'],
    ['clashes', clashes, 'clashes'],
    ['unbound', dialIns.unbound, 'dial-ins'],
    ['bound', dialIns.bound, 'dial-ins'],
    ['staff', staff, 'staff'],
    ['repairs', repairs, 'repairs'],
  ] as const
  const known = figures.filter(([, count]) => count !== null)
  return (
    <section aria-labelledby="doubts">
      <h2 id="doubts">{t('doubts.title')}</h2>
      <ul className={style.doubts}>
        {known.map(([name, count, list]) => (
          <li key={name}>
            {count === 0 ? t(`doubts.${name}`) : <a href={`#${list}`}>{t(`doubts.${name}`)}</a>}
            <b>{format.count(count!)}</b>
          </li>
        ))}
      </ul>
      {differing === null && <p className={style.mute}>{t('doubts.oneSource')}</p>}
    </section>
  )
}
