import { type Answer, answerOf, type Raw } from './answer.ts'
import { Pace } from './pace.ts'
import { ZoomProblem } from './step.ts'
import { type Token, tokenOf, tokenRequest } from './token.ts'
import { sent } from './wire.ts'
import type { ApiCall, ZoomAccess, ZoomApi, ZoomOutside } from './zoom-api.ts'

const second = 1000
/** Pauses before a broken request is tried again, and before one that came too fast for Zoom. */
const afterFault = [1 * second, 5 * second]
const afterLimit = [1 * second, 3 * second, 10 * second]
/** Longer than that nobody waits here: the call is given up with the moment when it may be made again. */
const longestWait = 30 * second
const restAfterLimit = 60 * second

/** Opens Zoom's API for an account. Nothing is asked for before the first call. */
export function openZoom(access: ZoomAccess, outside: ZoomOutside): ZoomApi {
  return new Client(access, outside)
}

class Client implements ZoomApi {
  requests = 0
  scopes: readonly string[] | null = null
  readonly now: () => number
  readonly #access: ZoomAccess
  readonly #outside: ZoomOutside
  readonly #pace: Pace
  #token: Promise<Token> | null = null

  constructor(access: ZoomAccess, outside: ZoomOutside) {
    this.#access = access
    this.#outside = outside
    this.#pace = new Pace(outside)
    this.now = outside.now
  }

  async get(call: ApiCall): Promise<unknown> {
    const token = await this.#tokenButNot()
    const answer = await this.#persist(() => this.#ask(call, token))
    if (answer.kind !== 'expired') return givenIn(answer)
    const renewed = await this.#tokenButNot(token)
    return givenIn(await this.#persist(() => this.#ask(call, renewed)))
  }

  async #ask(call: ApiCall, { text }: Token): Promise<Answer> {
    await this.#pace.turn(call.rate)
    const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
    const headers = { authorization: `Bearer ${text}`, accept: 'application/json' }
    const raw = await this.#send(`${this.#outside.api}/v2${call.path}${query}`, { headers })
    return raw instanceof ZoomProblem ? { kind: 'broken', problem: raw } : answerOf(raw, call, this.now())
  }

  /** A token that is good and not the spent one; asked for once, however many calls wait for it. */
  async #tokenButNot(spent?: Token): Promise<Token> {
    const known = this.#token
    if (known) {
      const token = await known
      if (token !== spent && token.until > this.now()) return token
      if (this.#token === known) this.#token = null
    }
    this.#token ??= this.#askForToken()
    return this.#token
  }

  async #askForToken(): Promise<Token> {
    try {
      const { path, init } = tokenRequest(this.#access)
      const answer = await this.#persist(async () => {
        const raw = await this.#send(`${this.#outside.oauth}${path}`, init)
        return raw instanceof ZoomProblem ? { kind: 'broken', problem: raw } : tokenOf(raw, this.now())
      })
      const token = givenIn(answer) as Token
      this.scopes = token.scopes
      return token
    } catch (error) {
      this.#token = null
      throw error
    }
  }

  /** Tries again what is broken or came too fast, a few times with growing pauses, and never anything else. */
  async #persist(ask: () => Promise<Answer>): Promise<Answer> {
    const pauses = { broken: [...afterFault], limited: [...afterLimit] }
    for (;;) {
      const answer = await ask()
      if (answer.kind !== 'broken' && (answer.kind !== 'limited' || answer.daily)) return answer
      const told = answer.kind === 'limited' ? answer.problem.retryAt! - this.now() : 0
      const pause = pauses[answer.kind].shift()
      if (pause === undefined && answer.kind === 'limited') return { ...answer, problem: this.#rested(answer.problem) }
      if (pause === undefined || told > longestWait) return answer
      await this.#outside.wait(Math.max(pause, told))
    }
  }

  #rested({ kind, words, retryAt }: ZoomProblem): ZoomProblem {
    return new ZoomProblem(kind, words, Math.max(retryAt!, this.now() + restAfterLimit))
  }

  #send(url: string, init: Parameters<typeof sent>[2]): Promise<Raw | ZoomProblem> {
    this.requests++
    return sent(this.#outside, url, init)
  }
}

function givenIn(answer: Answer): unknown {
  if (answer.kind === 'given') return answer.value
  throw answer.problem
}
