import { useTranslation } from 'react-i18next'
import { useWhen } from '../../../when.ts'
import style from './channels.module.css'
import type { Channel } from './queries.ts'

/** Whether it works, since when not and why, and what its target said last. */
export function Standing({ channel: { state, offReason, since, last } }: { channel: Channel }) {
  const { t } = useTranslation('channels')
  const when = useWhen()
  const at = since ? when.dayAndTime(since) : ''
  return (
    <>
      {state === 'untried' && <p className={style.note}>{t('untried')}</p>}
      {state === 'failing' && <p className={style.wrong}>{t('failingSince', { at })}</p>}
      {state === 'off' && <p className={style.wrong}>{t(`off.${offReason ?? 'by_hand'}`, { at })}</p>}
      {last && (
        <p className={style.facts}>
          <span>
            {t('last')} <time dateTime={last.at}>{when.dayAndTime(last.at)}</time>:{' '}
            {t(`outcome.${last.outcome as 'sent'}`)}
          </span>
          {last.answer && <bdi>{last.answer}</bdi>}
        </p>
      )}
    </>
  )
}
