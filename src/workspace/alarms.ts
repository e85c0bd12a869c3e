import { alarmText } from '../domain/alarm-text.ts'
import type { Alarm, AlarmKind } from '../domain/silence-alarm.ts'
import { lastingAlarms, type SourceAlarmRow } from '../store/source-alarms.ts'
import { sourceId } from './add-source.ts'
import { findWebinar } from './find-webinar.ts'
import { momentOf } from './moment.ts'
import { keepWatch } from './watch-sources.ts'
import type { Workspace } from './workspace.ts'

/** A source that should speak and is silent, or speaks in vain; see `Alarm` for what each kind tells. */
export interface ShownAlarm {
  id: string
  source: string
  kind: AlarmKind
  webinar: { id: string; topic: string | null; startsAt: string | null } | null
  since: string
  beganAt: string
  people: number | null
  speaks: boolean | null
  delaySeconds: number | null
  /** In English, with what to do. */
  text: string
}

/** The alarms that last, the gravest of them not first: in the order in which they began. */
export function alarms(ws: Workspace): { alarms: ShownAlarm[] } {
  keepWatch(ws)
  return { alarms: lastingAlarms(ws.db).map((row) => shown(ws, row)) }
}

function shown(
  ws: Workspace,
  { number, source, kind: stored, webinar: id, details, beganAt }: SourceAlarmRow,
): ShownAlarm {
  const { since, people, speaks, delay } = JSON.parse(details) as Omit<Alarm, 'kind' | 'webinar'>
  const kind = stored as AlarmKind
  const found = id === '' ? null : findWebinar(ws, id)?.webinar
  const topic = found?.topic ?? null
  const minutes = Math.max(0, Math.round((ws.now() - since) / 60_000))
  const delayMinutes = delay === undefined ? undefined : Math.round(delay / 60_000)
  return {
    ...{ id: `a${number}`, source: sourceId(source), kind },
    webinar: found ? { id, topic, startsAt: momentOf(found.scheduled?.from ?? found.startsAt) } : null,
    since: momentOf(since),
    beganAt: momentOf(beganAt),
    ...{ people: people ?? null, speaks: speaks ?? null, delaySeconds: delay === undefined ? null : delay / 1000 },
    text: alarmText(kind, { minutes, webinar: topic, people, speaks, delayMinutes }),
  }
}
