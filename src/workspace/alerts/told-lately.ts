import type { AlertRow } from '../../store/alerts.ts'
import type { Workspace } from '../workspace.ts'
import { messageOf, type ToldAlert } from './message.ts'

/** So long what is told of an alert is not put together anew, ms. */
const lately = 1_000
/** More than that are no alert for many channels but a digest, of which each hears once. */
const most = 100

/** What is told of alerts: put together for the first channel, and good for the others that hear of it at the same time. */
export class ToldLately {
  readonly #told = new Map<string, ToldAlert>()
  #since = Number.NEGATIVE_INFINITY

  of(ws: Workspace, alert: AlertRow): ToldAlert {
    const now = ws.now()
    if (now - this.#since >= lately || now < this.#since || this.#told.size >= most) {
      this.#told.clear()
      this.#since = now
    }
    const known = this.#told.get(alert.id)
    if (known) return known
    const told = messageOf(ws, alert)
    this.#told.set(alert.id, told)
    return told
  }
}
