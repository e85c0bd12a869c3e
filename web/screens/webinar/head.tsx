import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { AlarmMark } from '../../alarm/alarms.tsx'
import { useFormat } from '../../format.ts'
import { advertisedStart, useLength } from '../../when.ts'
import { useTimezone } from '../../workspace.ts'
import { Exports } from './exports/exports.tsx'
import { Fetched } from './fetched.tsx'
import style from './head.module.css'
import { KindChoice } from './kind-choice.tsx'
import { StatePill } from './state-pill.tsx'

/** Which webinar it is, when it was, where it stands, and what can be taken away. */
export function Head(props: { webinar: WebinarRow; toldAt: number; isPaused: boolean }) {
  const { webinar, toldAt, isPaused } = props
  const { t } = useTranslation('webinar')
  return (
    <header className={style.head}>
      <div className={style.title}>
        <h1>
          <bdi>{webinar.topic ?? t('untitled')}</bdi>
        </h1>
        <KindChoice id={webinar.id} kind={webinar.kind} />
        <StatePill {...{ webinar, toldAt, isPaused }} />
        <AlarmMark webinar={webinar.id} />
      </div>
      <Exports webinar={webinar} />
      <When webinar={webinar} />
    </header>
  )
}

function When({ webinar }: { webinar: WebinarRow }) {
  const { t } = useTranslation('webinar')
  const format = useFormat()
  const length = useLength()
  const timezone = useTimezone()
  const { plannedSeconds, liveSeconds, state, partner, platform } = webinar
  const start = advertisedStart(webinar)
  const seconds = state === 'ended' ? liveSeconds : plannedSeconds
  return (
    <div className={style.when}>
      {start && <span>{format.dayAndTime(start, timezone)}</span>}
      {seconds !== null && seconds > 0 && <span>{length(seconds)}</span>}
      {partner && (
        <span>
          {t('with')} <bdi>{partner.name}</bdi>
        </span>
      )}
      {platform === 'zoom' && state !== 'scheduled' && <Fetched webinar={webinar} />}
    </div>
  )
}
