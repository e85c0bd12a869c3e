import { keysOfConsent } from '../store/consent.ts'
import { Touched } from './touched.ts'
import { whoWantsNoMail } from './who-wants-no-mail.ts'
import type { Workspace } from './workspace.ts'

const atATime = 200
/** Where more keys are known to have said something, everybody is asked. */
const most = 100_000

/**
 * Who wants no mail of a list that is read bit by bit, by all that is known when each is asked. Few ever say anything
 * about it: who has is found at first, and of all others only those are asked of whom something new came in meanwhile.
 */
export class MailWishes {
  readonly #ws: Workspace
  readonly #touched = new Touched()
  /** Numbers of the keys of those who have said something; null: too many. */
  #said: Set<number> | null = new Set()

  private constructor(ws: Workspace) {
    this.#ws = ws
    ws.touched.add(this.#touched)
  }

  /** Until it is closed it hears of everything that comes in. */
  static *open(ws: Workspace): Generator<void, MailWishes> {
    const wishes = new MailWishes(ws)
    let isOpen = false
    try {
      yield* wishes.#gather()
      isOpen = true
      return wishes
    } finally {
      if (!isOpen) wishes.close()
    }
  }

  close(): void {
    this.#ws.touched.delete(this.#touched)
  }

  /** Which of these people want none. */
  against(people: readonly number[]): Set<number> {
    const said = this.#said
    const asked = said ? people.filter((person) => said.has(person) || this.#touched.people.has(person)) : people
    return asked.length > 0 ? whoWantsNoMail(this.#ws, asked) : new Set()
  }

  *#gather(): Generator<void, void> {
    for (let behind = 0; this.#said; yield) {
      const found = keysOfConsent(this.#ws.db, behind, atATime)
      for (const { number } of found) this.#said.add(number)
      if (this.#said.size > most) this.#said = null
      const last = found.at(-1)?.key
      if (last === undefined) return
      behind = last
    }
  }
}
