import fc from 'fast-check'
import { expect, test } from 'vitest'
import { becameRipe } from '../../src/domain/hot-leads.ts'
import { lineMoves } from '../../src/domain/line-moves.ts'
import { score } from '../../src/domain/score.ts'
import { scoreHistory } from '../../src/domain/score-history.ts'
import { isBeyond } from '../../src/domain/stage.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import { audienceTold } from '../contract/parity/audience.ts'
import { together } from '../contract/parity/told.ts'
import { everyRow, expectPublished, previewed } from '../previewed.ts'
import { drained, makeHook, makeWorkspace } from '../workspaces.ts'
import type { Delivery } from '../zoom-run.ts'
import { DAY, randomAudience, randomHistory, START } from './histories.ts'
import { models } from './models.ts'
import { runs } from './seed.ts'

const twoModels = fc.tuple(fc.constantFrom(...models), fc.constantFrom(...models))

/** One of the models, other thresholds, some rules worth something else or nothing, other staff; and days that pass. */
const change = fc
  .record({
    of: fc.constantFrom(...models).map(({ model }) => model.model),
    factors: fc.array(fc.constantFrom(-1, 0, 1, 1, 1, 2, 5), { minLength: 5, maxLength: 40 }),
    thresholds: fc.option(fc.tuple(fc.integer({ min: -20, max: 60 }), fc.nat(60))),
    disqualify: fc.option(
      fc.record({ below: fc.integer({ min: -30, max: 30 }), days: fc.integer({ min: 1, max: 20 }) }),
    ),
    staffDomains: fc.subarray(['free.example', 'firm1.example', 'firm2.example']),
    days: fc.nat(5),
  })
  .map(({ of, factors, thresholds, disqualify, staffDomains, days }) => {
    const rules = of.rules.map((rule, index) => ({ ...rule, points: rule.points * factors[index % factors.length]! }))
    const [mql, more] = thresholds ?? []
    const limits = mql === undefined ? of.thresholds : { mql, sql: mql + more! }
    return { days, model: { ...of, staffDomains, rules, thresholds: limits, ...(disqualify && { disqualify }) } }
  })

test('a preview names who is moved by publishing, everybody one by one, and changes nothing itself', async () => {
  const { seed, numRuns } = runs<unknown>(200)
  const people = 5
  const audiences = fc.sample(randomAudience(people), { seed: seed!, numRuns: numRuns! / people })
  const { hooks, activities } = together(...audiences.map(audienceTold))
  const { ws, clock } = makeWorkspace(START + 30 * DAY)
  const deliver = makeHook(ws)
  await Promise.all(hooks.map((body) => deliver({ body } as Delivery)))
  for (let at = 0; at < activities.length; at += 1000) await receiveActivities(ws, activities.slice(at, at + 1000))
  let moved = 0
  for (const { model, days } of fc.sample(change, { seed: seed!, numRuns: 8 })) {
    clock.now += days * DAY
    const before = everyRow(drained(ws))
    const preview = await previewed(ws, model)
    expect(everyRow(ws)).toEqual(before)
    moved += preview.lines.mql.entered.count + preview.lines.mql.left.count
    expectPublished(ws, preview, model)
  }
  expect(moved).toBeGreaterThan(20)
}, 120_000)

test('the differences of the lines add up to exactly the difference of the scores, and go back the other way', () => {
  fc.assert(
    fc.property(randomHistory, twoModels, ({ facts, webinars, asOf }, [one, other]) => {
      const [before, after] = [one, other].map(({ model }) => score(model, facts, webinars, asOf))
      const moves = lineMoves(before!.ledger, after!.ledger)
      expect(moves.reduce((sum, move) => sum + move.after - move.before, 0)).toBe(after!.score - before!.score)
      for (const move of moves) expect(move.before).not.toBe(move.after)
      const key = ({ line: { facts }, rule, webinar, before, after }: (typeof moves)[number]) =>
        JSON.stringify([rule, webinar, [...facts].sort(), before, after])
      const back = lineMoves(after!.ledger, before!.ledger).map((move) => ({
        ...move,
        before: move.after,
        after: move.before,
      }))
      expect(back.map(key).sort()).toEqual(moves.map(key).sort())
      expect(lineMoves(before!.ledger, before!.ledger)).toEqual([])
    }),
    runs(250),
  )
})

test('who became SQL in the last days is who was not at some moment of them, by the whole history', () => {
  const days = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(randomHistory, fc.constantFrom(...models), days, ({ facts, webinars, asOf }, { model }, days) => {
      const since = asOf - days * DAY
      const { steps } = [...scoreHistory(model, facts, webinars, asOf)].at(-1) ?? { steps: [] }
      const isRipe = steps.length > 0 && isBeyond(steps.at(-1)!.stage, 'sql')
      const standing = steps.filter(({ at }, index) => at > since || (steps[index + 1]?.at ?? Infinity) > since)
      const wasNot = (steps[0]?.at ?? Infinity) > since || standing.some(({ stage }) => !isBeyond(stage, 'sql'))
      const found = becameRipe(model, facts, webinars, asOf, { since, most: Infinity })
      expect(found).toBe(isRipe ? wasNot : null)
    }),
    runs(250),
  )
})
