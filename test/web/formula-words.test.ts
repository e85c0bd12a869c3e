import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { ModelSchema } from '../../src/domain/model.ts'
import { type Rule, RuleSchema } from '../../src/domain/rule.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import { formatIn } from '../../web/format.ts'
import english from '../../web/locales/en-formula.ts'
import hebrew from '../../web/locales/he-formula.ts'
import { conditionWords } from '../../web/screens/formula/words/condition-words.ts'
import { ruleSentence } from '../../web/screens/formula/words/rule-sentence.ts'
import { type Say, sayIn } from '../../web/screens/formula/words/say.ts'

async function saying(lng: 'en' | 'he'): Promise<Say> {
  const language = i18next.createInstance()
  const resources = { [lng]: lng === 'he' ? hebrew : english }
  await language.init({ lng, fallbackLng: false, resources, interpolation: { escapeValue: false } })
  const { number, percent } = formatIn(lng)
  return sayIn(language, { number, percent, rule: (id) => `<${id}>`, webinarKind: (kind) => kind, topic: (id) => id })
}

const rules = Object.values(TEMPLATES).flatMap((template) => ModelSchema.parse(template).rules)
const rule = (given: object): Rule => RuleSchema.parse({ id: 'own', points: 1, origin: 'own', ...given })

describe('what must hold for a rule, in words', () => {
  for (const lng of ['en', 'he'] as const)
    it(`is one sentence without a gap or a key for every rule of the templates (${lng})`, async () => {
      const say = await saying(lng)
      for (const each of rules) {
        const sentence = ruleSentence(say, each)
        expect([each.id, sentence.length > 8, sentence]).toEqual([each.id, true, sentence])
        expect(sentence).not.toMatch(
          /\{\{|undefined|NaN|\[object|conditions:|\b(?:detail|limit|who|visits|act|place)\./,
        )
        if (lng === 'he') expect(sentence).toMatch(/[א-ת]/)
      }
    })

  it('names every bound that the rule has', async () => {
    const say = await saying('en')
    const sentences = [
      { kind: 'attended', share: 0.9 },
      { kind: 'attended', seconds: 600, cap: { points: 40, days: 30 } },
      { kind: 'registered', webinarKind: 'demo', withQuestion: true, keywords: ['price', 'quote'] },
      { kind: 'visited', seconds: 150, pageGroup: 'product', again: true, limit: { per: 'day', times: 2 } },
      { kind: 'did', act: 'mail_opened', place: 'ever', expiresDays: 90 },
      { kind: 'inactive', businessDays: 14, cooling: 'half_life', halfLifeDays: 7 },
      { kind: 'profile', when: { attribute: 'employees', min: 200, max: 1000 } },
      { kind: 'site_activity', visits: { withinDays: 14, count: 3 } },
    ].map((given) => ruleSentence(say, rule(given)))
    expect(sentences).toEqual([
      'Attended 90% of it or more, live or on demand',
      'Attended 10 minutes or more, live or on demand, at most 40 points in 30 days',
      'Registered for the webinar, only of the kind “demo”, with a question in the form, with the words “price” or “quote”',
      'Visited the website after the webinar, for 2.5 minutes or more, on pages of the group “product”, not for the first time, paid 2 times a day',
      'Opened a mail at any time, stands for 90 days',
      '14 business days without activity, the score halves every 7 days',
      'Is somebody with: employees from 200 to 1,000',
      '3 visits of the website, in the last 14 days',
    ])
  })

  it('keeps together with brackets what belongs together', async () => {
    const say = await saying('en')
    const either = { any: [{ score: 70 }, { grade: 'A' as const }] }
    expect(conditionWords(say, { all: [either, { not: { paid: 'free_email' } }] })).toBe(
      '(a score of 70 or more or fit A or better) and not points for “<free_email>”',
    )
  })
})
