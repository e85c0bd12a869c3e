import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../alerts/queries.ts'
import { useFormat } from '../../../format.ts'
import { Topics } from '../../../parts/marked.tsx'
import { Pill } from '../../../parts/pill.tsx'
import { Amount, Grade } from '../../../parts/ripeness.tsx'
import { useWhen } from '../../../when.ts'
import { Sends } from './sends.tsx'
import { Sentence } from './sentence.tsx'
import style from './stream.module.css'
import { Take } from './take.tsx'
import type { Taking } from './use-taking.ts'

/** One alert: who did what and when, how ripe they are, what was sent, and who looks after it. */
export function Row({ alert, taking, now }: { alert: Alert; taking: Taking; now: number }) {
  return (
    <li className={style.row} data-taken={alert.taken !== null || undefined}>
      <Told alert={alert} now={now} />
      <Take alert={alert} taking={taking} now={now} />
    </li>
  )
}

export function Told({ alert, now }: { alert: Alert; now: number }) {
  const { t } = useTranslation(['alerts', 'common'])
  const { at, person, webinar, card, topics, owner, rule } = alert
  return (
    <div className={style.told}>
      <p className={style.sentence}>
        <Sentence alert={alert} />
        <Moment at={at} now={now} />
        {webinar?.state === 'live' && !isCrossing(alert) && <Pill live>{t('live')}</Pill>}
      </p>
      <p className={style.facts}>
        {[person.jobTitle, person.company].map((each) => each && <bdi key={each}>{each}</bdi>)}
        <span>
          {t('scoreIs')}{' '}
          <strong>
            <Amount value={card.score} />
          </strong>
        </span>
        <span>{t(`common:stage.${card.stage}`)}</span>
        {card.grade && <Grade grade={card.grade} />}
        <Topics topics={topics} />
      </p>
      <p className={style.facts}>
        {owner && (
          <span>
            {t('owner')} <bdi>{owner}</bdi>
          </span>
        )}
        <span>
          {t('byRule')} <bdi>{rule}</bdi>
        </span>
        <Sends sends={alert.sends} />
      </p>
    </div>
  )
}

/** Becomes true of somebody, whatever webinar it was in. */
function isCrossing({ kind }: Alert): boolean {
  return kind === 'crosses_mql' || kind === 'crosses_sql' || kind === 'surges'
}

const hourMs = 3_600_000

function Moment({ at, now }: { at: string; now: number }) {
  const format = useFormat()
  const when = useWhen()
  const ago = now - Date.parse(at)
  return (
    <time dateTime={at} title={when.dayAndTime(at)}>
      {ago < hourMs ? format.fromNow(Math.min(0, -ago)) : when.time(at)}
    </time>
  )
}
