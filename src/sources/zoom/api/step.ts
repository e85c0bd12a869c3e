import type { Statement } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'
import type { ZoomApi } from './zoom-api.ts'

/**
 * What is known of the room that is asked for; the steps learn what is missing, and what a page has learned has to be in
 * the room of the next one. JSON.
 */
export interface Room {
  platformId: string
  /** Of the instance that ran, as Zoom gave it: base64 with `/`, `+` and `=`. */
  uuid: string
  startedAt?: number
  /** When it began as Zoom said while it happened, where Ripen was told: files make the ids of answers of it. */
  toldStart?: number
  endedAt?: number
  /** Zoom's kind of webinar: 5 single, 6 recurring without fixed time, 9 recurring with fixed time. */
  type?: number
  topic?: string
  hostId?: string
  hostEmail?: string
  /** How many connections Zoom counts, staff included. */
  participants?: number
  /** Of a series whose occurrences are registered for one by one: Zoom's id of the occurrence for which the room ran. */
  occurrence?: string
}

/** Where a step goes on: `token` is Zoom's page, which lives for 15 minutes; `at` counts what else has to be gone through. */
export interface Cursor {
  token?: string
  at?: number
}

/** What one request brought. `next` null: the step is done. */
export interface Page {
  statements: Statement[]
  next: Cursor | null
  /** What the step has learned of the room. */
  learned?: Partial<Room>
  /** Of the attendance: how many rows this page has. */
  rows?: number
  /** Rows of which nothing could be taken, and why; never the whole page. */
  skipped?: Words[]
  /** What else could not be had although the step goes on: a scope that is missing for a part of it. */
  lacks?: Words[]
}

/** One kind of thing that is fetched of a webinar that ran: in pages, each of which may be asked for again. */
export interface Step {
  id: StepId
  /** The granular scope without which it brings nothing, without `:admin`. */
  scope: string
  /** Scopes without which it brings less. */
  helps?: readonly string[]
  /** Whether it is about the replay: those steps alone are asked again once everything else is settled. */
  replay?: true
  /** The page at a cursor, `{}` the first. Throws `ZoomProblem`; `page_expired`: the step begins again. */
  page(api: ZoomApi, room: Room, cursor: Cursor): Promise<Page>
}

export type StepId =
  | 'webinar'
  | 'registrants'
  | 'panelists'
  | 'participants'
  | 'polls'
  | 'questions'
  | 'survey'
  | 'absentees'
  | 'tracking'
  | 'recordings'
  | 'replay_views'
  | 'replay_registrants'

/** Why something could not be had of Zoom, and what follows from it. */
export type ProblemKind =
  /** The app was deactivated, or its secret or account is wrong: nothing works until somebody acts. */
  | 'revoked'
  /** The app lacks a scope: this step never works until somebody acts. */
  | 'scope'
  /** The account has no webinar plan, or a paid one is needed. */
  | 'plan'
  /** Zoom has no such webinar or report: later, if it has just ended, else never. */
  | 'not_found'
  /** There is nothing of this kind: no recording, no registration. Normal. */
  | 'nothing'
  /** The page's token has expired: the step begins again. */
  | 'page_expired'
  /** Older than Zoom keeps. */
  | 'too_old'
  /** This user may not host webinars: look for others. */
  | 'no_host'
  /** A limit: not before `retryAt`. */
  | 'limited'
  /** Zoom or the way to it is down, or it answers what nobody can read: later. */
  | 'unavailable'

/** What Zoom refused. `words` say it to people, with what to do; `retryAt` is ms UTC. */
export class ZoomProblem extends Error {
  override readonly name = 'ZoomProblem'
  readonly kind: ProblemKind
  readonly words: Words
  readonly retryAt: number | null

  constructor(kind: ProblemKind, words: Words, retryAt: number | null = null) {
    super(words.text)
    this.kind = kind
    this.words = words
    this.retryAt = retryAt
  }
}
