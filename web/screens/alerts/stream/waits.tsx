import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../alerts/queries.ts'
import { useCounted } from '../../../counted.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useNow } from '../../../ticking.ts'
import { useLength } from '../../../when.ts'
import { useWaits } from './queries.ts'
import { Sentence } from './sentence.tsx'
import style from './stream.module.css'
import { Take } from './take.tsx'
import type { Taking } from './use-taking.ts'

/** More would push the stream out of sight. */
const most = 5

/** How fast people got an answer, and who has waited for more than five minutes. */
export function Waits({ taking }: { taking: Taking }) {
  const { t } = useTranslation('alerts')
  const format = useFormat()
  const length = useLength()
  const { data, error, refetch } = useWaits()
  if (!data) return error ? <Trouble error={error} retry={refetch} /> : null
  const { medianSeconds, ninetiethSeconds, overFiveMinutes, raised, taken } = data
  const inWords = (seconds: number | null) => (seconds === null ? '–' : length(seconds))
  const figures = [
    ['median', inWords(medianSeconds), t('waiting.since')],
    ['ninetieth', inWords(ninetiethSeconds), ''],
    ['overFive', format.count(overFiveMinutes), ''],
    ['taken', t('waiting.takenOf', { taken: format.count(taken), raised: format.count(raised) }), ''],
  ] as const
  const waiting = data.waiting.filter(({ id }) => !taking.acted.get(id)?.taken)
  return (
    <>
      <section aria-label={t('waiting.title')}>
        <dl className={style.figures}>
          {figures.map(([name, value, note]) => (
            <div key={name} data-long={(name === 'overFive' && overFiveMinutes > 0) || undefined}>
              <dt>{t(`waiting.${name}`)}</dt>
              <dd>
                <bdi>{value}</bdi>
                {note && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {waiting.length > 0 && <TooLong waiting={waiting} taking={taking} />}
    </>
  )
}

function TooLong({ waiting, taking }: { waiting: readonly Alert[]; taking: Taking }) {
  const { t } = useTranslation('alerts')
  const counted = useCounted()
  const now = useNow(10_000)
  return (
    <Card title={t('waiting.tooLong')}>
      <ol className={style.waiting}>
        {waiting.slice(0, most).map((alert) => (
          <li key={alert.id}>
            <span className={style.told}>
              <Sentence alert={alert} />
              {alert.person.company && (
                <span className={style.company}>
                  <bdi>{alert.person.company}</bdi>
                </span>
              )}
            </span>
            <Take {...{ alert, taking, now }} />
          </li>
        ))}
      </ol>
      {waiting.length > most && <p className={style.company}>{t('waiting.more', counted(waiting.length - most))}</p>}
    </Card>
  )
}
