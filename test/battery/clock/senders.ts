import type { Chance } from '../../../src/demo/chance.ts'
import { type Delivery, signed } from '../../zoom-run.ts'
import type { Company } from '../company.ts'
import { day, minute } from '../order/history.ts'
import { connections, post } from '../post.ts'
import { databaseOf } from '../stored.ts'
import type { Clock } from './clock.ts'

const lateAfter = 120 * minute
const agent = connections(8)

/** Platforms whose clocks are ten minutes off, and whose retries are sometimes days old. */
export class Senders {
  readonly #clock: Clock
  readonly #chance: Chance
  /** Everything that the server was told so far. */
  readonly told: Delivery[] = []
  #late = 0
  refused = 0
  sent = 0

  constructor(clock: Clock, chance: Chance) {
    this.#clock = clock
    this.#chance = chance
  }

  /** Tells what has happened by now, by the fastest of their clocks, and some of it again. */
  async tell(company: Company, all: readonly Delivery[]): Promise<void> {
    const now = this.#clock.now()
    const known = new Set(this.told)
    const fresh = all.filter((delivery) => delivery.at <= now + 10 * minute && !known.has(delivery))
    this.told.push(...fresh)
    for (const delivery of [...fresh, ...this.#chance.some(this.told, 10)]) await this.#send(company, delivery)
  }

  async #send({ server, path, secret }: Company, { body }: Delivery): Promise<void> {
    const off = this.#chance.pick([0, 10 * minute, -10 * minute, -lateAfter + minute, -lateAfter - minute, -3 * day])
    const timestamp = String(Math.floor((this.#clock.now() + off) / 1000))
    if (-off > lateAfter) this.#late++
    this.sent++
    const { status } = await post(server.address + path, Buffer.from(body), signed(body, secret, timestamp), agent)
    if (status !== 204) this.refused++
  }

  /** By how many the server counts more or fewer as late. To be called when it has ended. */
  wronglyLate({ data }: Company): number {
    const db = databaseOf(data)
    const late = db.prepare('SELECT count(*) FROM delivery WHERE late = 1').pluck().get() as number
    db.close()
    return Math.abs(late - this.#late)
  }
}
