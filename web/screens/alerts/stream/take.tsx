import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../alerts/queries.ts'
import { Problem } from '../../../api.ts'
import { Button } from '../../../parts/button.tsx'
import { saidBy, Words } from '../../../parts/words.tsx'
import { useRole } from '../../../session.ts'
import { useLength } from '../../../when.ts'
import { mayTake } from '../rights.ts'
import style from './stream.module.css'
import type { Taking } from './use-taking.ts'

/** From here on somebody has waited too long, in seconds. */
const long = 300

/** Who looks after an alert and after how long; or how long it has waited, and the button to take it. */
export function Take(props: { alert: Alert; taking: Taking; now: number; isAsked?: boolean }) {
  const { alert, taking, now, isAsked = false } = props
  const { t } = useTranslation('alerts')
  const may = mayTake(useRole())
  const trouble = taking.troubles.get(alert.id)
  return (
    <div className={style.take}>
      {alert.taken ? (
        <Taken {...{ alert, taking }} taken={alert.taken} />
      ) : (
        <>
          {may && (
            <Button go={isAsked} onPress={() => taking.take(alert)}>
              {t('take')}
            </Button>
          )}
          <Waited seconds={Math.max(0, (now - Date.parse(alert.raisedAt)) / 1000)} />
        </>
      )}
      {trouble !== undefined && (
        <small className={style.wrong} role="alert">
          {trouble instanceof Problem ? <Words said={saidBy(trouble)} /> : t('takeFailed')}
        </small>
      )}
    </div>
  )
}

function Taken({ alert, taking, taken }: { alert: Alert; taking: Taking; taken: NonNullable<Alert['taken']> }) {
  const { t } = useTranslation('alerts')
  const length = useLength()
  const isMine = taken.by === taking.me
  return (
    <>
      <span className={taken.afterSeconds > long ? style.long : undefined}>
        {isMine ? t('mine') : <bdi>{taken.by}</bdi>}
        <small>{t('takenAfter', { length: length(taken.afterSeconds) })}</small>
      </span>
      {isMine && <Button onPress={() => taking.giveBack(alert)}>{t('giveBack')}</Button>}
    </>
  )
}

function Waited({ seconds }: { seconds: number }) {
  const { t } = useTranslation('alerts')
  const length = useLength()
  return (
    <span className={seconds > long ? style.long : undefined}>
      <small>{t('waits', { length: length(seconds) })}</small>
    </span>
  )
}
