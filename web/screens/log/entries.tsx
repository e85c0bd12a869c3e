import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Words } from '../../parts/words.tsx'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import style from './log.module.css'
import type { Entry } from './queries.ts'

/** Lines of the log. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('log')
  const when = useWhen()
  return (
    <table className={style.table}>
      <caption className="unseen">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className={style.when}>
              <time dateTime={entry.at}>{when.dayAndTime(entry.at)}</time>
            </td>
            <td>
              <Who by={entry.by} />
            </td>
            <td>
              <Words said={entry.said} /> <Way entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Who({ by: { name, email, key } }: { by: Entry['by'] }) {
  const { t } = useTranslation('log')
  if (key !== null) return t('key', { key: `\u2066${key}\u2069` })
  if (email === null) return name === 'command line' ? t('commandLine') : <bdi>{name}</bdi>
  return (
    <>
      <bdi>{name}</bdi>
      <small>
        <bdi>{email}</bdi>
      </small>
    </>
  )
}

/** To what an act was done with, where there is a screen of it. */
function Way({ entry: { details } }: { entry: Entry }) {
  const { t } = useTranslation('log')
  const slug = useSlug()
  if (typeof details.webinar !== 'string') return null
  return <Link href={`/w/${slug}/webinars/${encodeURIComponent(details.webinar)}`}>{t('toWebinar')}</Link>
}
