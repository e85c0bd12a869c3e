import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intersect, lengthOf } from '../../src/domain/interval.ts'
import { type Scorecard, score } from '../../src/domain/score.ts'
import { staysOf } from '../../src/domain/stay.ts'
import { DAY, HOUR, MINUTE, randomHistory } from './histories.ts'
import { models } from './models.ts'
import { runs } from './seed.ts'

/** What law 3 promises to stay as it is until `changesAt`. */
const cardOf = ({ score, webinarPoints, grade, stage, temperature, velocity, surge }: Scorecard) => ({
  score,
  webinarPoints: Object.fromEntries(Object.entries(webinarPoints).filter(([, points]) => points !== 0)),
  grade,
  stage,
  temperature,
  velocity,
  surge,
})

describe.each(models)('the laws of the engine under the model $name', ({ model }) => {
  it('law 1: the score is the sum of the ledger, and webinar points the sum of their part', () => {
    fc.assert(
      fc.property(randomHistory, ({ facts, webinars, asOf }) => {
        const card = score(model, facts, webinars, asOf)
        expect(card.ledger.reduce((sum, { points }) => sum + points, 0)).toBe(card.score)
        for (const id of webinars.keys()) {
          const lines = card.ledger.filter(({ webinar }) => webinar === id)
          expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(card.webinarPoints[id] ?? 0)
        }
        const known = new Set(facts.map(({ id }) => id))
        for (const { facts: ids, at, reason } of card.ledger) {
          expect(ids.length).toBeGreaterThan(0)
          for (const id of ids) expect(known).toContain(id)
          expect(at).toBeLessThanOrEqual(asOf)
          expect(reason).not.toBe('')
        }
      }),
      runs(),
    )
  })

  it('law 2: order and duplicates of facts do not matter', () => {
    const shuffled = randomHistory.chain((history) =>
      fc.record({
        history: fc.constant(history),
        order: fc.shuffledSubarray([...history.facts, ...history.facts], { minLength: history.facts.length * 2 }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ history: { facts, webinars, asOf }, order }) => {
        expect(score(model, order, webinars, asOf)).toEqual(score(model, facts, webinars, asOf))
      }),
      runs(),
    )
  })

  it('law 3: nothing changes before changesAt, and something does at it', () => {
    fc.assert(
      fc.property(
        randomHistory,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        ({ facts, webinars, asOf }, shares) => {
          const card = score(model, facts, webinars, asOf)
          const until = card.changesAt ?? asOf + 400 * DAY
          expect(until).toBeGreaterThan(asOf)
          const looks = [asOf + 1, until - 1, ...[MINUTE, 10 * MINUTE, HOUR, DAY, 10 * DAY].map((step) => asOf + step)]
          for (const share of shares) looks.push(Math.round(asOf + share * (until - asOf)))
          for (const look of looks) {
            if (look <= asOf || look >= until) continue
            expect(cardOf(score(model, facts, webinars, look))).toEqual(cardOf(card))
          }
          if (card.changesAt !== null) {
            expect(cardOf(score(model, facts, webinars, card.changesAt))).not.toEqual(cardOf(card))
          }
        },
      ),
      runs(),
    )
  })

  it('law 3: as of a moment, what happens later does not count', () => {
    fc.assert(
      fc.property(randomHistory, ({ facts, webinars, asOf }) => {
        const begun = facts.filter(
          (fact) => (fact.type === 'webinar.attended' ? fact.data.joinedAt : fact.time) <= asOf,
        )
        const { changesAt: _, ...then } = score(model, begun, webinars, asOf)
        const { changesAt: __, ...now } = score(model, facts, webinars, asOf)
        expect(now).toEqual(then)
      }),
      runs(),
    )
  })

  it('law 6: live presence is the union of the stays, cut to the live time and to the moment', () => {
    fc.assert(
      fc.property(randomHistory, ({ facts, webinars, asOf }) => {
        const card = score(model, facts, webinars, asOf)
        for (const { webinar: id, liveSeconds, presence } of card.standings) {
          const { live } = webinars.get(id)!
          const stays = staysOf(
            facts
              .filter(
                (fact) =>
                  fact.webinar === id && (fact.type === 'webinar.attended' ? fact.data.joinedAt : fact.time) <= asOf,
              )
              .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1)),
          )
          const bounds = [
            ...new Set([
              ...stays.flatMap(({ from, to }) => [from, to]),
              ...live.flatMap(({ from, to }) => [from, to]),
              asOf,
            ]),
          ]
            .filter(Number.isFinite)
            .sort((a, b) => a - b)
          let ms = 0
          for (let i = 1; i < bounds.length; i++) {
            const middle = (bounds[i - 1]! + bounds[i]!) / 2
            const inside = ({ from, to }: { from: number; to: number }) => from < middle && middle < to
            if (middle < asOf && stays.some(inside) && live.some(inside)) ms += bounds[i]! - bounds[i - 1]!
          }
          expect(liveSeconds).toBeCloseTo(ms / 1000, 6)
          expect(presence.live.reduce((sum, [from, to]) => sum + to - from, 0)).toBeCloseTo(ms / 1000, 6)
          expect(liveSeconds * 1000).toBeLessThanOrEqual(lengthOf(intersect(live, [{ from: 0, to: asOf }])) + 1e-6)
        }
      }),
      runs(),
    )
  })
})
