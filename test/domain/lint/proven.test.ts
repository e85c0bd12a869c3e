import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/domain/compile.ts'
import type { Fact } from '../../../src/domain/fact.ts'
import { lint } from '../../../src/domain/lint/lint.ts'
import { type Model, parseModel } from '../../../src/domain/model.ts'
import { score } from '../../../src/domain/score.ts'
import { templateNamed } from '../../../src/domain/templates.ts'
import { at, DAY, downloaded, MINUTE, makeFact, makeWebinar, opened, registered, SECOND, stayed } from '../../make.ts'
import { brief, full, own, part, quiet } from './quiet.ts'

const webinars = new Map([['w1', makeWebinar({ kind: 'demo', partner: { name: 'Acme', domains: [] } })]])
const scoreOf = (model: Model, facts: Fact[], asOf = at('2026-12-31')) =>
  score(compile(model), facts, webinars, asOf).score

/** The only finding of a smell. */
function the(smell: string, model: Model) {
  const found = lint(model).filter((finding) => finding.smell === smell)
  expect(found).toHaveLength(1)
  return found[0]!.words.params as Record<string, number>
}

const page = { act: 'page', place: 'ever', pageGroup: 'product' }
const viewed = (time: number) => makeFact('page.viewed', time, { url: '/product' })
const days = (count: number) => Array.from({ length: count }, (_, day) => viewed(at('2026-03-03 12:00') + day * DAY))
const lastOf = (facts: Fact[]) => Math.max(...facts.map(({ time }) => time))

describe('the numbers of a finding are those of the engine', () => {
  it.each([
    ['a drop to less', [full, { ...part, points: 4 }, brief]],
    ['a drop at the end', [{ ...full, points: 9 }, { ...part, points: 12 }, brief]],
    ['the middle of three', [{ ...part, id: 'half', seconds: 1800, points: 5 }, { ...part, points: 12 }, brief]],
  ])('attendance that pays less for more: %s', (_, rules) => {
    const model = quiet({ rules })
    const { length, before, earned, after, points } = the('less_for_more', model)
    expect(length).toBe(60)
    const paid = (seconds: number) => scoreOf(model, [stayed('10:00', at('10:00') + seconds * SECOND)])
    expect([paid(before!), paid(after!)]).toEqual([earned, points])
    expect(points).toBeLessThan(earned!)
  })

  it.each([
    ['a page a day', {}],
    ['twice a day', { limit: { per: 'day', times: 2 } }],
    ['what expires', { expiresDays: 20 }],
    ['what fades', { points: 9, halfLifeDays: 12 }],
  ])('repeats, day after day: %s', (_, rest) => {
    const model = quiet({ rules: [full, own('prices', 5, 'did', { ...page, ...rest })] })
    const needed = the('unbounded_repeats', model).days!
    const reached = (count: number) => {
      const facts = [...days(count), ...days(count).map(({ time }) => viewed(time + MINUTE))]
      return scoreOf(model, facts, lastOf(facts))
    }
    expect(reached(needed)).toBeGreaterThanOrEqual(70)
    expect(reached(needed - 1)).toBeLessThan(70)
  })

  it('repeats, file after file and mail after mail', () => {
    const model = quiet({
      rules: [own('file', 25, 'downloaded'), own('mail', 4, 'did', { act: 'mail_opened', place: 'ever' })],
    })
    const [mail, file] = lint(model).map(({ words }) => words.params as Record<string, number>)
    const files = (count: number) =>
      Array.from({ length: count }, (_, each) => downloaded('2026-04-01', 'guide', `file-${each}`))
    const mails = (count: number) => Array.from({ length: count }, (_, each) => opened('2026-04-01', `mail-${each}`))
    expect([file!.count, mail!.count]).toEqual([3, 18])
    expect(scoreOf(model, files(3))).toBeGreaterThanOrEqual(70)
    expect(scoreOf(model, files(2))).toBeLessThan(70)
    expect(scoreOf(model, mails(18))).toBeGreaterThanOrEqual(70)
    expect(scoreOf(model, mails(17))).toBeLessThan(70)
  })

  it('what registering earns with the answers of a form: somebody has it who did nothing else', () => {
    const model = parseModel(templateNamed('webinar+b2b-it'))
    const profile = { email: 'dana@acme.example', firstName: 'Dana', jobTitle: 'CISO', employees: 5000 }
    const facts = [registered('2026-03-03 09:00', { question: 'Is it for us?', profile })]
    const card = score(compile(model), facts, webinars, at('2026-03-04'))
    expect([card.stage, card.score]).toEqual(['registrant', the('lead_by_registering', model).points])
  })

  it('what expires before it has halved', () => {
    const rule = own('prices', 5, 'did', {
      ...page,
      points: 40,
      expiresDays: 10,
      halfLifeDays: 30,
      cap: { points: 40 },
    })
    const model = quiet({ rules: [full, rule] })
    const { left, expires } = the('halves_after_expiry', model)
    const end = at('2026-03-03 12:00') + expires! * DAY
    expect([scoreOf(model, days(1), end), scoreOf(model, days(1), end + 1)]).toEqual([left, 0])
  })
})
