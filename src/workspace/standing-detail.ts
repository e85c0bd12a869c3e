import { bitsOfTopics, topicsOfBits } from '../domain/buying-bits.ts'
import type { CompiledModel } from '../domain/compile.ts'
import type { Mark } from '../domain/marks.ts'
import type { Model } from '../domain/model.ts'
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

type StoredDetail = Pick<StandingRow, 'detail' | 'in_room' | 'questions' | 'poll_answers' | 'buying'>

export function detailOf(standing: Standing, over: boolean): StandingDetail {
  const { webinar: _, points: __, registered, attended, replayed, noShow, stayed, ...shown } = standing
  return { ...shown, over }
}

/**
 * As it is stored: a list without names, for there is one in every row of every ranking. Of rules their place in the model
 * is kept; a mark about buying has the bits of its topics behind its kind.
 */
export function packed(standing: Standing, over: boolean, { model, order }: CompiledModel): string {
  const { evidence, provisional, liveSeconds, replaySeconds, share, lastActivityAt, presence } = standing
  const { replayEvidence } = standing
  const marks: (string | number)[] = []
  for (const { kind, at, buying } of standing.marks)
    marks.push(buying ? `${kind} ${bitsOfTopics(model, buying)}` : kind, at)
  const parts: number[] = []
  for (const { rule, points } of standing.parts) parts.push(order.get(rule)!, points)
  return JSON.stringify([
    ...[over ? 1 : 0, evidence, provisional ? 1 : 0, liveSeconds, replaySeconds, share, lastActivityAt],
    ...(replayEvidence === null ? [] : [replayEvidence]),
    ...[presence.live, presence.replay, marks, parts],
  ])
}

/** `model`: the one under which it was stored. */
export function unpacked(row: StoredDetail, model: Model): StandingDetail {
  const values = JSON.parse(row.detail)
  const [live, replay, stored, paid] = values.slice(values.findIndex(Array.isArray))
  const marks: StandingDetail['marks'] = []
  for (let at = 0; at < stored.length; at += 2) marks.push(markOf(stored[at], stored[at + 1], model))
  const parts: StandingDetail['parts'] = []
  for (let at = 0; at < paid.length; at += 2) parts.push({ rule: model.rules[paid[at]]!.id, points: paid[at + 1] })
  return { ...headOf(values, row, model), presence: { live, replay }, marks, parts }
}

function markOf(stored: string, at: number, model: Model): Mark {
  const [kind, bits] = stored.split(' ') as [Mark['kind'], string?]
  return bits === undefined ? { kind, at } : { kind, at, buying: topicsOfBits(model, Number(bits)) }
}

/** Only what stands before the lists, which is a small part of the text. */
export function unpackedHead(row: StoredDetail, model: Model): StandingHead {
  return headOf(JSON.parse(`${row.detail.slice(0, row.detail.indexOf(',['))}]`), row, model)
}

function headOf(
  values: readonly unknown[],
  { in_room, questions, poll_answers, buying }: StoredDetail,
  model: Model,
): StandingHead {
  const [over, evidence, provisional, liveSeconds, replaySeconds, share, lastActivityAt, watched] = values as [
    ...[over: 0 | 1, evidence: Standing['evidence'], provisional: 0 | 1, liveSeconds: number, replaySeconds: number],
    ...[share: number | null, lastActivityAt: number | null, watched?: Standing['replayEvidence'] | unknown[]],
  ]
  return {
    over: over === 1,
    evidence,
    replayEvidence: typeof watched === 'string' ? watched : null,
    provisional: provisional === 1,
    inRoom: in_room === 1,
    liveSeconds,
    replaySeconds,
    share,
    questions,
    pollAnswers: poll_answers,
    buying: topicsOfBits(model, buying),
    lastActivityAt,
  }
}
