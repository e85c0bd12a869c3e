import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Model, ModelSchema } from '../../src/domain/model.ts'
import type { Rule } from '../../src/domain/rule.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import { Problem } from '../../web/api.ts'
import { formatIn } from '../../web/format.ts'
import type { Draft } from '../../web/screens/formula/answers.ts'
import { draftSaver, type Saving } from '../../web/screens/formula/draft-saver.ts'
import { changesOf, readPoints, withRule, withRuleOf } from '../../web/screens/formula/edits.ts'
import { shortText, withLists } from '../../web/screens/formula/file/short-text.ts'
import { sectionsOf } from '../../web/screens/formula/sections.ts'

const webinar = ModelSchema.parse(TEMPLATES.webinar)
const combined = ModelSchema.parse({ ...webinar, rules: [...webinar.rules, ...TEMPLATES['b2b-it']!.rules] })
const named = (model: Model, id: string) => model.rules.find((rule) => rule.id === id)!

describe('the rules on the screen', () => {
  it('stand once each: rows of webinars, rows of the person, then by section', () => {
    const sections = sectionsOf(combined.rules)
    expect(sections.map(({ name }) => name)).toEqual(['webinar', 'person', 'role', 'company', 'site'])
    expect(sections.flatMap(({ rules }) => rules).length).toBe(combined.rules.length)
    expect(sections[0]!.rules.at(-1)!.id).toBe('email_clicked')
    expect(sections[1]!.rules[0]!.id).toBe('fit_complete')
  })

  it('have no empty heading', () => {
    expect(sectionsOf(ModelSchema.parse(TEMPLATES['b2b-it']).rules).map(({ of }) => of)).not.toContain('webinar')
  })
})

describe('a change of the formula', () => {
  it('touches the one rule, and can be taken back', () => {
    const changed = withRule(webinar, 'attended_full', { points: 25, note: 'Sales asked for it' })
    expect(changesOf(named(changed, 'attended_full'), webinar)).toMatchObject({ isNew: false, isChanged: true })
    expect(withRuleOf(changed, 'attended_full', webinar)).toEqual(webinar)
  })

  it('that empties a note leaves none behind', () => {
    const noted = withRule(webinar, 'attended_full', { note: 'Why' })
    expect(withRule(noted, 'attended_full', { note: ' ' })).toEqual(webinar)
  })

  it('is none where only the order of members differs, and one where a member is gone', () => {
    const { id, ...rest } = named(webinar, 'attended_full')
    expect(changesOf({ ...rest, id } as Rule, webinar).isChanged).toBe(false)
    const noted = withRule(webinar, 'attended_full', { note: 'Why' })
    expect(changesOf(named(webinar, 'attended_full'), noted).isChanged).toBe(true)
    expect(changesOf({ ...rest, id: 'own' } as Rule, webinar)).toMatchObject({ isNew: true, before: null })
  })
})

describe('the formula as text on the screen', () => {
  const listed = { ...webinar, freeMailboxes: ['mail.example'], disposableMailboxes: ['gone.example'] }

  it('leaves the long lists out and brings them back when it is read', () => {
    expect(shortText(listed)).not.toMatch(/mail\.example|gone\.example/)
    expect(ModelSchema.parse(withLists(JSON.parse(shortText(listed)), listed))).toEqual(listed)
  })

  it('takes a list that somebody writes', () => {
    expect(withLists({ ...webinar, freeMailboxes: ['own.example'] }, listed)).toMatchObject({
      freeMailboxes: ['own.example'],
    })
  })
})

describe('points as somebody types them', () => {
  it('are read back from however they are written, in either language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.constantFrom('en', 'he'), (points, language) => {
        expect(readPoints(formatIn(language).points(points))).toBe(points)
        expect(readPoints(` ${points} `)).toBe(points)
      }),
    )
  })

  it('are refused where they are no whole number or out of bounds', () => {
    expect(['', '-', '1.5', 'ten', '10001', '−10001', '5 5x'].map((text) => readPoints(text))).toEqual(
      Array(7).fill(null),
    )
  })
})

describe('the draft is stored', () => {
  /** A server that answers when told to. */
  function server(revision = 0) {
    const asked: { model: Model; revision: number; answer: (refusal?: Problem) => void }[] = []
    const put = (model: Model, on: number) =>
      new Promise<Draft>((resolve, reject) => {
        const answer = (refusal?: Problem) =>
          refusal ? reject(refusal) : resolve({ revision: on + 1, model } as Draft)
        asked.push({ model, revision: on, answer })
      })
    const told: Saving[] = []
    return { asked, told, saver: draftSaver(revision, put, (saving) => told.push(saving)) }
  }
  const step = () => new Promise((resolve) => setTimeout(resolve))
  const [one, two, three] = [1, 2, 3].map((points) => withRule(webinar, 'attended_full', { points }))

  it('one change after the other on the revision before, and of those that wait the latest alone', async () => {
    const { asked, told, saver } = server(4)
    saver.save(one!)
    saver.save(two!)
    saver.save(three!)
    expect(asked.map(({ revision }) => revision)).toEqual([4])
    asked[0]!.answer()
    await step()
    expect(asked.map(({ model, revision }) => [model, revision])).toEqual([
      [one, 4],
      [three, 5],
    ])
    expect(told.map(({ state }) => state)).toEqual(['saving'])
    asked[1]!.answer()
    await step()
    expect(told.at(-1)).toMatchObject({ state: 'saved', draft: { revision: 6, model: three } })
  })

  it('not over what somebody else made of it meanwhile', async () => {
    const { asked, told, saver } = server(4)
    saver.save(one!)
    saver.save(two!)
    asked[0]!.answer(new Problem(409, { detail: 'Dana changed it.' }))
    await step()
    expect(asked.length).toBe(1)
    expect(told.at(-1)).toMatchObject({ state: 'conflict', error: { message: 'Dana changed it.' } })
  })

  it('after a refusal with the next change, on the same revision', async () => {
    const { asked, told, saver } = server()
    saver.save(one!)
    asked[0]!.answer(new Problem(400, { detail: 'thresholds' }))
    await step()
    expect(told.at(-1)!.state).toBe('refused')
    saver.save(two!)
    asked[1]!.answer()
    await step()
    expect([asked[1]!.revision, told.at(-1)!.state]).toEqual([0, 'saved'])
  })
})
