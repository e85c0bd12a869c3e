import type { Rule } from '../domain/rule.ts'
import type { Standing } from '../domain/standing.ts'
import type { StandingRow } from '../store/standings.ts'

/** What of a standing is for showing alone. `over`: it no longer depends on the clock. */
export type StandingDetail = Omit<
  Standing,
  'webinar' | 'points' | 'registered' | 'attended' | 'replayed' | 'noShow' | 'stayed'
> & {
  over: boolean
}

/** The same without the lists. */
export type StandingHead = Omit<StandingDetail, 'presence' | 'marks' | 'parts'>

type StoredDetail = Pick<StandingRow, 'detail' | 'in_room' | 'questions' | 'poll_answers'>

export function detailOf(standing: Standing, over: boolean): StandingDetail {
  const { webinar: _, points: __, registered, attended, replayed, noShow, stayed, ...shown } = standing
  return { ...shown, over }
}

/**
 * As it is stored: a list without names, for there is one in every row of every ranking. `order`: the place of a rule in
 * the model, by which parts are kept.
 */
export function packed(standing: Standing, over: boolean, order: ReadonlyMap<string, number>): string {
  const { evidence, provisional, liveSeconds, replaySeconds, share, lastActivityAt, presence } = standing
  const marks: (string | number)[] = []
  for (const { kind, at } of standing.marks) marks.push(kind, at)
  const parts: number[] = []
  for (const { rule, points } of standing.parts) parts.push(order.get(rule)!, points)
  return JSON.stringify([
    ...[over ? 1 : 0, evidence, provisional ? 1 : 0, liveSeconds, replaySeconds, share, lastActivityAt],
    ...[presence.live, presence.replay, marks, parts],
  ])
}

/** `rules`: those of the model under which it was stored. */
export function unpacked(row: StoredDetail, rules: readonly Rule[]): StandingDetail {
  const values = JSON.parse(row.detail)
  const [live, replay, stored, paid] = values.slice(heads)
  const marks: StandingDetail['marks'] = []
  for (let at = 0; at < stored.length; at += 2) marks.push({ kind: stored[at], at: stored[at + 1] })
  const parts: StandingDetail['parts'] = []
  for (let at = 0; at < paid.length; at += 2) parts.push({ rule: rules[paid[at]]!.id, points: paid[at + 1] })
  return { ...headOf(values, row), presence: { live, replay }, marks, parts }
}

/** Only what stands before the lists, which is a small part of the text. */
export function unpackedHead(row: StoredDetail): StandingHead {
  return headOf(JSON.parse(`${row.detail.slice(0, row.detail.indexOf(',['))}]`), row)
}

/** So many values stand before the lists. */
const heads = 7

function headOf(values: readonly unknown[], { in_room, questions, poll_answers }: StoredDetail): StandingHead {
  const [over, evidence, provisional, liveSeconds, replaySeconds, share, lastActivityAt] = values as [
    ...[over: 0 | 1, evidence: Standing['evidence'], provisional: 0 | 1, liveSeconds: number, replaySeconds: number],
    ...[share: number | null, lastActivityAt: number | null],
  ]
  return {
    over: over === 1,
    evidence,
    provisional: provisional === 1,
    inRoom: in_room === 1,
    liveSeconds,
    replaySeconds,
    share,
    questions,
    pollAnswers: poll_answers,
    lastActivityAt,
  }
}
