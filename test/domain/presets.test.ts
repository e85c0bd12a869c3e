import { describe, expect, test } from 'vitest'
import { parseModel } from '../../src/domain/model.ts'
import { runTests } from '../../src/domain/model-tests.ts'
import { PRESETS, withPreset } from '../../src/domain/presets.ts'
import { TEMPLATES, templateNamed } from '../../src/domain/templates.ts'

const day = '2026-03-10'

/** Somebody who came to a webinar, stayed to its end and asked something: how many points that is, by rule. */
function pointsOf(about: object, preset?: string): Record<string, number> {
  const test = {
    name: 'came and asked',
    asOf: '2026-03-10T18:00:00Z',
    webinars: [{ id: 'w', from: `${day}T10:00:00Z`, to: `${day}T11:00:00Z`, ...about }],
    facts: [
      { type: 'person.registered', at: `${day}T08:00:00Z`, webinar: 'w' },
      { type: 'webinar.attended', from: `${day}T10:00:00Z`, to: `${day}T11:00:00Z`, webinar: 'w' },
      { type: 'question.asked', at: `${day}T10:30:00Z`, webinar: 'w', text: 'How long does it take?' },
    ],
    expect: { score: 0 },
  }
  const model = parseModel({ ...templateNamed('webinar'), tests: [test] })
  const [result] = runTests(preset === undefined ? model : withPreset(model, preset))
  return Object.fromEntries(
    result!.ledger.filter(({ points }) => points !== 0).map(({ rule, points }) => [rule, points]),
  )
}

describe('a strategy', () => {
  test('to become known lets webinars with a partner brand weigh more, and no others', () => {
    const partner = { partner: 'Olive SA' }
    expect(pointsOf(partner)).toEqual({ registered_cobranded: 5, attended_full: 20, question_asked: 15 })
    const now = { registered_cobranded: 10, attended_full: 20, attended_cobranded: 10, question_asked: 15 }
    expect(pointsOf(partner, 'awareness')).toEqual(now)
    expect(pointsOf({}, 'awareness')).toEqual(pointsOf({}))
  })

  test('of a long sales cycle lets customer stories and questions weigh more', () => {
    const story = { kind: 'customer_story' }
    expect(pointsOf(story)).toEqual({ attended_full: 20, question_asked: 15 })
    expect(pointsOf(story, 'long_cycle')).toEqual({ attended_full: 20, attended_story: 15, question_asked: 25 })
    expect(pointsOf({}, 'long_cycle')).toEqual({ attended_full: 20, question_asked: 25 })
  })

  test('fits every template, says of each number that it is ours, and changes nothing when taken twice', () => {
    for (const name of Object.keys(TEMPLATES))
      for (const { id, adds } of PRESETS) {
        const once = withPreset(parseModel(templateNamed(name)), id)
        expect(parseModel(once)).toEqual(once)
        expect(withPreset(once, id)).toEqual(once)
        for (const { origin } of adds) expect(origin).toBe('house')
      }
  })

  test('changes only points of rules that a template has', () => {
    const ids = new Set(templateNamed('webinar').rules.map(({ id }) => id))
    for (const { points } of PRESETS) expect(Object.keys(points).filter((id) => !ids.has(id))).toEqual([])
  })

  test('that there is not is refused with those that there are', () => {
    expect(() => withPreset(parseModel(templateNamed('webinar')), 'luck')).toThrow('expected awareness, long_cycle')
  })
})
