import { useTranslation } from 'react-i18next'
import style from './entries.module.css'

/** The entries of a list in the formula: which are new against the version in force, and which are gone. */
export function Entries(props: {
  entries: readonly string[]
  before: readonly string[]
  /** What an entry is called, where that is not how it stands in the file. */
  words?: (entry: string) => string
  /** Left out: nobody can take one away here. */
  remove: ((entry: string) => void) | undefined
  lang?: string
  /** What stands where there are none. */
  none?: string
}) {
  const { t } = useTranslation('formula')
  const { entries, before, words = (entry) => entry, remove, lang, none } = props
  const gone = before.filter((entry) => !entries.includes(entry))
  return (
    <ul className={style.entries} lang={lang}>
      {entries.map((entry) => (
        <li key={entry} className={style.entry} data-new={!before.includes(entry) || undefined}>
          <bdi>{words(entry)}</bdi>
          {remove && (
            <button
              type="button"
              aria-label={t('buying.remove', { word: `\u2068${words(entry)}\u2069` })}
              onClick={() => remove(entry)}
            >
              <span aria-hidden="true">×</span>
            </button>
          )}
        </li>
      ))}
      {gone.map((entry) => (
        <li key={`gone ${entry}`} className={style.gone}>
          <span className="unseen">{t('buying.gone')} </span>
          <bdi>{words(entry)}</bdi>
        </li>
      ))}
      {none && entries.length + gone.length === 0 && <li className={style.empty}>{none}</li>}
    </ul>
  )
}
