import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { Words } from '../../parts/words.tsx'
import { useWhen } from '../../when.ts'
import type { Sent } from './queries.ts'
import style from './sources.module.css'

const few = 3

/** Why something was rejected lately, the newest first; beyond a few they fold away. */
export function Rejected({ rejected }: { rejected: Sent['rejectedRecently'] }) {
  const { t } = useTranslation('sources')
  if (rejected.length === 0) return null
  const isLong = rejected.length > few
  const list = (
    <ul className={style.reasons}>
      {rejected.map((each) => (
        <Reason key={each.reason} reason={each} />
      ))}
    </ul>
  )
  if (!isLong)
    return (
      <div>
        <h3>{t('rejected.title')}</h3>
        {list}
      </div>
    )
  return (
    <details className={style.change}>
      <summary>
        {t('rejected.title')} ({rejected.length})
      </summary>
      {list}
    </details>
  )
}

function Reason({ reason: { at, times, reason, key, params, id } }: { reason: Sent['rejectedRecently'][number] }) {
  const { t } = useTranslation('sources')
  const counted = useCounted()
  const when = useWhen()
  return (
    <li>
      <Words said={{ text: reason, key, params }} />
      <small>
        <span>{t('rejected.times', counted(times))}</span>
        <span>
          {t('rejected.last')} {when.dayAndTime(at)}
        </span>
        {id && (
          <span>
            {t('rejected.example')} <bdi>{id}</bdi>
          </span>
        )}
      </small>
    </li>
  )
}
