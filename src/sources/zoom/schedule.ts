import type { Statement, StatementOf } from '../../domain/statement.ts'
import { mentionOfSchedule, type Slot, slotsOf } from './naming.ts'
import { needed, type Reader, reader } from './reader.ts'
import { type Scheduled, scheduled, type Told, told } from './shape.ts'

/** What is planned. An update is a patch: only the fields that changed are there, so it may say nothing to us. */
export const scheduleReaders: [string, Reader][] = [
  ['webinar.created', reader(told(scheduled), (event) => scheduledBy('created', event))],
  ['webinar.updated', reader(told(scheduled), updated)],
  ['webinar.recovered', reader(told(scheduled), (event) => scheduledBy('recovered', event, true))],
  ['webinar.deleted', reader(told(scheduled), deleted)],
  ['webinar.permanently_deleted', reader(told(scheduled), deleted)],
  ['webinar.converted_to_meeting', reader(told(scheduled), deleted)],
]

/** Without a time it is the oldest word of all on the webinar: later ones overrule it. */
function scheduledBy(
  verb: string,
  { at = 0, object }: Told<Scheduled>,
  recovered = false,
): StatementOf<'webinar.scheduled'>[] {
  return slotsOf(object).map((slot) => ({
    id: `zoom/${verb}/${placeOf(slot)}/${at}`,
    type: 'webinar.scheduled',
    time: at,
    webinar: slot.webinar,
    data: recovered || slot.deleted ? { ...slot.data, deleted: !recovered } : slot.data,
  }))
}

function updated({ at, object }: Told<Scheduled>): Statement[] {
  const patch = scheduledBy('updated', { at: needed(at, 'event_ts'), object })
  return patch.filter(({ data }) => Object.keys(data).length > 0)
}

/** All three ways to delete are one: of the occurrences that are listed, else of the webinar. */
function deleted({ at, object }: Told<Scheduled>): Statement[] {
  const time = needed(at, 'event_ts')
  const deletions = slotsOf(object).map(
    (slot): Statement => ({
      id: `zoom/deleted/${placeOf(slot)}/${time}`,
      type: 'webinar.deleted',
      time,
      webinar: slot.webinar,
      data: {},
    }),
  )
  return [...deletions, ...mentionOfSchedule(object)]
}

function placeOf({ webinar: { platformId, slot } }: Slot): string {
  return slot === undefined ? `${platformId}/next` : `${platformId}/slot/${slot}`
}
