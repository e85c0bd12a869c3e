import type { SignKind } from '../../domain/alert/kind.ts'
import type { LedgerLine } from '../../domain/ledger.ts'
import type { Stage, Temperature } from '../../domain/stage.ts'
import type { Cell } from '../told/presence.ts'

/** What a title is made of; names and topics are ready to stand within a sentence. */
export interface TitleParts {
  readonly name: string
  readonly company: string | null
  /** “…” with what kind of webinar it is, as `the demo “Product tour”`; null: it is of no webinar. */
  readonly webinar: string | null
  readonly isRunning: boolean
  /** Minute in which they came, from 0. */
  readonly minute: number | null
  readonly score: string
  /** What they asked about, as `price and timing`; null: it is not known. */
  readonly topics: string | null
}

/** Everything that a message says, in one language. What is handed in is ready to stand within a sentence. */
export interface MessageWords {
  readonly direction: 'ltr' | 'rtl'
  /** For numbers, moments and lists. */
  readonly locale: string
  readonly title: Readonly<Record<SignKind, (parts: TitleParts) => string>>
  readonly nobody: string
  webinar(kind: string | null, topic: string | null): string
  readonly stage: Readonly<Record<Stage, string>>
  readonly temperature: Readonly<Record<Temperature, string>>
  /** The topics of buying that Ripen brings; others are named by their id. */
  readonly topic: Readonly<Record<string, string>>
  score(score: string): string
  grade(grade: string): string
  owner(owner: string): string
  readonly isRunning: string
  readonly said: string
  readonly answered: string
  readonly answers: (question: string) => string
  readonly presence: Readonly<Record<Cell, string>>
  present(minutes: string, of: string): string
  replayed(minutes: string): string
  readonly why: string
  explain(line: LedgerLine): string
  rule(rule: string): string
  readonly open: string
  readonly take: string
  readonly quoted: (text: string) => string
  people(count: number, alerts: number): string
  more(left: number): string
  switchedOff(channel: string): string
  readonly switchedOffMeans: string
  lastAnswer(answer: string): string
  readonly channels: string
  test(workspace: string): string
  readonly testMeans: string
  export(name: string): string
  exported(people: number): string
  /** That the file is made when it is asked for. */
  readonly exportMeans: string
  until(moment: string): string
  readonly download: string
}
