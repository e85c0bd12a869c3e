import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedFile } from '../../../src/http/workspace/imports.ts'
import { useCounted } from '../../counted.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import { Words } from '../../parts/words.tsx'
import style from './import.module.css'

const few = 20

/** What of a file is left out and why, and what looks odd. */
export function Odd({ result: { skipped, warnings, warned } }: { result: ImportedFile }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const counted = useCounted()
  const [isWhole, setWhole] = useState(false)
  return (
    <>
      {warnings.length > 0 && (
        <div className={style.odd}>
          <h3>{t('warnings', counted(warnings.length))}</h3>
          <ul>
            {warnings.map((text, index) => (
              <li key={index}>
                <Words said={{ text, ...warned[index] }} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {skipped.length > 0 && (
        <details className={style.odd}>
          <summary>{t('skipped', counted(skipped.length))}</summary>
          <ul>
            {skipped.slice(0, isWhole ? skipped.length : few).map(({ row, reason: text, key, params }, index) => (
              <li key={index}>
                {t('row', { row: format.count(row) })} <Words said={{ text, key, params }} />
              </li>
            ))}
          </ul>
          {!isWhole && skipped.length > few && (
            <Button onPress={() => setWhole(true)}>{t('allSkipped', counted(skipped.length))}</Button>
          )}
        </details>
      )}
    </>
  )
}
