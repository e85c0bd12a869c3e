import { describe, expect, it } from 'vitest'
import { type BuyingIn, buyingIn } from '../../../src/domain/buying.ts'
import { BuyingTopicSchema } from '../../../src/domain/buying-topic.ts'
import { TEMPLATES } from '../../../src/domain/templates.ts'

const ready = buyingIn(TEMPLATES.webinar!.buyingWords!.map((topic) => BuyingTopicSchema.parse(topic)))!

/** As `price: how much is it` for each signal, with what of the text is marked. */
function found(text: string, look: BuyingIn = ready): string[] {
  return look(text).map(({ topic, at, length }) => `${topic}: ${text.slice(at, at + length)}`)
}

/** Of one topic with these words. */
function having(words: Partial<Record<'en' | 'he' | 'ru', string[]>>): BuyingIn {
  return buyingIn([BuyingTopicSchema.parse({ id: 't', words })])!
}

describe('a question about buying is known by its words, which are marked where they stand', () => {
  it.each([
    ['What does it cost for 500 users?', ['price: cost']],
    ['PRICING? And is there a free trial…', ['price: PRICING', 'trial: free trial']],
    ['Prices, fees and licences', ['price: Prices', 'price: fees', 'price: licences']],
    ['Do you have an API, or a plug-in for our CRM?', ['integration: API', 'integration: plug-in', 'integration: CRM']],
    ['How long does it take to go live?', ['timing: How long does it take', 'timing: go live']],
    ["What's your competitor's weakness", ['comparison: competitor']],
    ['Our CFO has to approve it — who signs off?', ['decision: Our CFO', 'decision: approve', 'decision: signs off']],
    [
      'Are you SOC 2 and ISO 27001 certified, GDPR-compliant?',
      [...['security: SOC 2', 'security: ISO 27001', 'security: certified', 'security: GDPR', 'security: compliant']],
    ],
    ['notice period, minimum\u00a0term', ['contract: notice period', 'contract: minimum\u00a0term']],
    ['The résumé says: prïce', ['price: prïce']],
  ])('English: %s', (text, signals) => expect(found(text)).toEqual(signals))

  it.each([
    ['מה המחיר ל-500 משתמשים?', ['price: המחיר']],
    ['ושבמחירים החדשים', ['price: ושבמחירים']],
    ['מה העלויות, ומה מחירי ההטמעה', ['price: העלויות', 'price: מחירי', 'timing: ההטמעה']],
    ['מְחִיר מלא עם מע"מ', ['price: מְחִיר', 'price: מע"מ']],
    ['יש תקופת הניסיון?', ['trial: תקופת הניסיון']],
    [
      'אפשר לחבר לסיילספורס ול-CRM שלנו? וגם הERP',
      [...['integration: לחבר', 'integration: לסיילספורס', 'integration: CRM', 'integration: ERP']],
    ],
    ['מי המתחרים שלכם לעומת גרטנר', ['comparison: המתחרים', 'comparison: לעומת', 'comparison: גרטנר']],
    ['צריך אישור ההנהלה והמנכ״ל', ['decision: אישור ההנהלה', 'decision: והמנכ״ל']],
    ['אבטחת המידע והתקנים', ['security: אבטחת', 'security: והתקנים']],
    ['אפשר להתחיל ברבעון הבא?', ['timing: ברבעון הבא']],
    ['ההסכמים והתחייבויות', ['contract: ההסכמים', 'contract: והתחייבויות']],
  ])('Hebrew: %s', (text, signals) => expect(found(text)).toEqual(signals))

  it.each([
    ['Сколько стоит лицензия?', ['price: Сколько стоит', 'price: лицензия']],
    ['Какие сроки внедрения', ['timing: сроки', 'timing: внедрения']],
    ['Есть ли ДОГОВОРЫ и демо-доступ', ['contract: ДОГОВОРЫ', 'trial: демо-доступ']],
    [
      'во сколько обойдётся интеграция с 1С',
      [...['price: во сколько обойдётся', 'integration: интеграция', 'integration: 1С']],
    ],
    ['Чем вы отличаетесь от конкурентов', ['comparison: Чем вы отличаетесь', 'comparison: конкурентов']],
    ['хранение персональных данных по 152-ФЗ', ['security: персональных данных', 'security: 152-ФЗ']],
  ])('Russian: %s', (text, signals) => expect(found(text)).toEqual(signals))
})

describe('what only looks alike is none', () => {
  it.each([
    ['pricey', 'a costume, an apiary and a pilotage'],
    ['Is that a precise one?', 'he is on board the ship'],
    ['אמחיר את זה', 'דמחיר'],
    ['ניסיון של עשר שנים', 'יש לי כמה שאלות'],
    ['ценность и ценить', 'договорились, спасибо'],
    ['Great, how many? Much!', 'free of charge by jury'],
    ['', '…'],
  ])('%s · %s', (one, other) => {
    expect(found(one)).toEqual([])
    expect(found(other)).toEqual([])
  })

  it('words of one entry stand in one sentence, apart by blanks, dashes or quotes', () => {
    const look = having({ en: ['free trial'] })
    expect(found('free trial, free-trial, “free” trial', look)).toEqual([
      't: free trial',
      't: free-trial',
      't: free” trial',
    ])
    for (const text of ['free. Trial', 'free, trial', 'free\ntrial', 'free of trial', 'trial free'])
      expect(found(text, look)).toEqual([])
  })
})

describe('an entry', () => {
  it('is a whole word; a star stands for any ending, at the end of any of its words', () => {
    expect(found('contract contracts contracting subcontract', having({ en: ['contract'] }))).toEqual([
      't: contract',
      't: contracts',
    ])
    expect(found('contract contracting subcontract', having({ en: ['contract*'] }))).toEqual([
      't: contract',
      't: contracting',
    ])
    expect(found('персональными данными', having({ ru: ['персональн* данн*'] }))).toEqual(['t: персональными данными'])
  })

  it('has the endings of its language', () => {
    expect(found('warranty warranties taxes', having({ en: ['warranty', 'tax'] }))).toHaveLength(3)
    expect(found('warranty warranties taxes', having({ ru: ['warranty', 'tax'] }))).toEqual(['t: warranty'])
    expect(found('חוזה חוזים חוזי, תקופה תקופת תקופות', having({ he: ['חוזה', 'תקופה'] }))).toHaveLength(6)
    expect(found('עלות עלויות תוכנית תוכניות הסכמים', having({ he: ['עלות', 'תוכנית', 'הסכם'] }))).toHaveLength(5)
  })

  it('of letters alone counts: one without any finds nothing', () => {
    expect(buyingIn([BuyingTopicSchema.parse({ id: 't', words: { en: ['*', '?!'] } })])).toBeNull()
    expect(buyingIn([])).toBeNull()
  })

  it('is named as the model has it, the longest of a topic at one place', () => {
    const look = having({ en: ['trial', 'free trial', 'free trial period'] })
    expect(look('A free trial period. A trial.')).toEqual([
      { topic: 't', word: 'free trial period', at: 2, length: 17 },
      { topic: 't', word: 'trial', at: 23, length: 5 },
    ])
  })

  it('of two topics is found for both', () => {
    const both = ['a', 'b'].map((id) => BuyingTopicSchema.parse({ id, words: { en: ['budget'] } }))
    expect(found('Our budget', buyingIn(both)!)).toEqual(['a: budget', 'b: budget'])
  })
})
