import type { LedgerLine } from '../ledger.ts'
import type { Stage, Temperature } from '../stage.ts'
import type { SignKind } from './kind.ts'

/** The languages that messages are written in. */
export const MESSAGE_LANGUAGES = ['en', 'he'] as const
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number]

/** The evidence of one alert, without words: each channel says it in its own language and form. Times are ms UTC. */
export interface AlertMessage {
  readonly id: string
  readonly kind: SignKind
  /** The name that the company gave the rule. */
  readonly rule: string
  readonly at: number
  readonly person: {
    readonly id: string
    readonly name: string | null
    readonly email: string | null
    readonly phone: string | null
    readonly company: string | null
    readonly jobTitle: string | null
  }
  readonly webinar: {
    readonly id: string
    readonly topic: string | null
    /** `demo`, `customer_story` …, where it is known. */
    readonly kind?: string | null
    /** When its room was opened, or the planned start. */
    readonly startsAt: number | null
    readonly isRunning: boolean
  } | null
  /** Pairs of from and to in seconds of the live time, of which `seconds` have passed; null: nothing is known. */
  readonly presence: {
    readonly seconds: number
    readonly live: readonly (readonly [number, number])[]
    readonly replay: readonly (readonly [number, number])[]
  } | null
  /** The minute of the live time in which they came, from 0; null: they did not, or before it began. */
  readonly joinedMinute: number | null
  /** Their own words, newest first, with the topics of buying in them. */
  readonly said: readonly { readonly text: string; readonly at: number; readonly topics: readonly string[] }[]
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  /** The newest lines of the ledger that moved the score. */
  readonly ledger: readonly LedgerLine[]
  readonly score: number
  readonly stage: Stage
  readonly grade: string | null
  readonly temperature: Temperature
  /** Whom it is for, as the rule's routing says: a name or an address. */
  readonly owner: string | null
  /** The person's page, and where one click says "I take it"; null where Ripen's public address is not known. */
  readonly link: string | null
  readonly takeLink: string | null
}

/** What goes out by a channel in one piece. */
export type Message =
  | { readonly is: 'alerts'; readonly alerts: readonly AlertMessage[] }
  /** For programs: one event of Standard Webhooks, `type` such as `lead.stage_changed`. */
  | {
      readonly is: 'event'
      readonly type: string
      readonly at: number
      readonly data: Readonly<Record<string, unknown>>
    }
  /** Another channel was switched off: its name, and what its target said last. */
  | { readonly is: 'switched_off'; readonly channel: string; readonly lastAnswer: string; readonly link: string | null }
  /** Somebody tries the channel out. */
  | { readonly is: 'test'; readonly workspace: string; readonly link: string | null }
  /** A file that somebody asked to be sent regularly, behind a link that ends at `until`. */
  | {
      readonly is: 'export'
      readonly name: string
      readonly people: number
      readonly link: string
      readonly until: number
    }
