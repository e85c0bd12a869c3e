import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/domain/compile.ts'
import { parseModel } from '../../src/domain/model.ts'
import { score } from '../../src/domain/score.ts'
import { type ScoreStep, scoreHistory } from '../../src/domain/score-history.ts'
import template from '../../src/domain/templates/webinar.json' with { type: 'json' }
import { MINUTE, type RandomHistory, randomHistory } from './histories.ts'
import { runs } from './seed.ts'

const model = compile(
  parseModel({
    ...template,
    observes: { mail: 'ever', site: 'ever' },
    freeMailboxes: ['free.example'],
    calendar: { timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: ['2026-04-02'] },
  }),
  1,
)

function scored({ facts, webinars }: RandomHistory, at: number) {
  const card = score(model, facts, webinars, at)
  return { score: card.score, stage: card.stage, temperature: card.temperature }
}

const told = ({ score, stage, temperature }: ScoreStep) => ({ score, stage, temperature })

test('at every step, just before the next one and anywhere between the history is the card as of that moment', () => {
  const anywhere = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 3 })
  fc.assert(
    fc.property(randomHistory, anywhere, (history, places) => {
      const { facts, webinars, asOf } = history
      const { steps } = [...scoreHistory(model, facts, webinars, asOf)].at(-1) ?? { steps: [] }
      for (const [index, step] of steps.entries()) {
        const end = steps[index + 1]?.at ?? asOf + 1
        const between = places.map((place) => step.at + Math.floor(place * (end - step.at)))
        for (const at of [step.at, ...between, end - 1]) expect([at, scored(history, at)]).toEqual([at, told(step)])
      }
      const [first] = steps
      if (first) expect(scored(history, first.at - 1).score).toBe(0)
      else expect(scored(history, asOf).score).toBe(0)
    }),
    runs(),
  )
})

test('what is known after each go is the newest part, exact, and its first step says how it stood where it begins', () => {
  const visits = (history: RandomHistory): RandomHistory => {
    const id = (index: number) => index.toString(16).padStart(32, '0')
    const facts = Array.from({ length: 120 }, (_, i) => ({
      ...{ id: id(i), type: 'page.viewed' as const, time: history.asOf - i * 400 * MINUTE },
      data: { url: 'https://shop.example/pricing', seconds: 40 },
    }))
    return { ...history, facts: [...history.facts, ...facts] }
  }
  fc.assert(
    fc.property(randomHistory.map(visits), (history) => {
      const { facts, webinars, asOf } = history
      const goes = [...scoreHistory(model, facts, webinars, asOf)]
      const whole = goes.at(-1)!.steps
      expect(goes.length).toBeGreaterThan(1)
      expect(goes.map(({ complete }) => complete)).toEqual(goes.map((_, index) => index === goes.length - 1))
      for (const { steps } of goes) {
        const [first, ...rest] = steps
        expect(told(first!)).toEqual(scored(history, first!.at))
        expect(rest).toEqual(whole.filter(({ at }) => at > first!.at))
      }
    }),
    runs(20),
  )
})
