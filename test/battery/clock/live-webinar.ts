import { type Delivery, STARTS_AT, zoomRun } from '../../zoom-run.ts'
import { minute } from '../order/history.ts'

const zoomsTime = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g

/** A webinar of some people that is on at a moment: it began half an hour before and lasts as long again. */
export function liveWebinar(people: number, moment: number): Delivery[] {
  const shift = moment - 30 * minute - STARTS_AT
  return zoomRun(people).map(({ event, at, body }) => ({
    event,
    at: at + shift,
    body: body
      .replace(zoomsTime, (_, time) => `"${new Date(Date.parse(time) + shift).toISOString().slice(0, 19)}Z"`)
      .replace(/"event_ts":(\d+)/, (_, time) => `"event_ts":${Number(time) + shift}`),
  }))
}
