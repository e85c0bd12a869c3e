import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Words } from '../../../parts/words.tsx'
import { useWhen } from '../../../when.ts'
import style from '../sources.module.css'
import { useDiscarded } from './queries.ts'

/** What was thrown away, by whom and when. */
export function Discarded() {
  const { t } = useTranslation('sources')
  const when = useWhen()
  const [isOpen, setOpen] = useState(false)
  const { data } = useDiscarded(isOpen)
  return (
    <details className={style.change} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('quarantine.gone')}</summary>
      <ul className={style.reasons}>
        {data?.length === 0 && <li>{t('api.none')}</li>}
        {data?.map(({ id, reason, key, params, discardedAt, discardedBy }) => (
          <li key={id}>
            <Words said={{ text: reason, key, params }} />
            <small>
              {t('quarantine.goneBy', {
                when: when.dayAndTime(discardedAt),
                who: `\u2068${discardedBy ?? ''}\u2069`,
              })}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
