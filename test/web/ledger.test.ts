import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { explain, SENTENCES } from '../../src/domain/messages.ts'
import { explainInHebrew } from '../../src/domain/messages-he.ts'
import english from '../../web/locales/en/ledger.json' with { type: 'json' }
import hebrew from '../../web/locales/he.ts'
import { ledgerSentence } from '../../web/parts/ledger-sentence.ts'

const texts = { en: { ledger: english }, he: { ledger: hebrew.ledger } }
const params = { count: 3, days: 14, minutes: 57, percent: 95, domain: 'free.example', title: 'Guide' }
const limits = { times: 2, earned: 20, left: 10, cap: 15, usual: 7, multiplier: 2, channel: 'site', words: 'price' }
const further = { ...limits, attribute: 'country', doubts: 'disposable_address, name_without_letters' }

async function speaking(lng: 'en' | 'he') {
  const language = i18next.createInstance()
  const interpolation = { escapeValue: false }
  await language.init({ lng, fallbackLng: false, resources: texts, ns: ['ledger'], defaultNS: 'ledger', interpolation })
  return language
}

describe('a ledger line on the screen', () => {
  for (const message of Object.keys(SENTENCES))
    it(`reads in English as the server explains it: ${message}`, async () => {
      const en = await speaking('en')
      const own = SENTENCES[message]!.includes('{rule}') ? 'poll_answered' : message
      for (const rule of [own, 'report_downloaded', 'real_details', 'our_stand'])
        for (const told of [
          { ...params, ...further },
          { ...params, ...further, count: 1 },
        ])
          expect(ledgerSentence(en, { rule, message, params: told })).toBe(
            explain({ rule, reason: message, params: told }),
          )
    })

  it('reads in Hebrew as the server explains it, in every number and without a title too', async () => {
    const he = await speaking('he')
    const { title: _, ...untitled } = params
    for (const message of Object.keys(SENTENCES))
      for (const rule of ['report_downloaded', 'real_details', 'our_stand'])
        for (const told of [1, 2, 3, 11].flatMap((count) =>
          [params, untitled].map((own) => ({ ...own, ...further, count })),
        ))
          expect(explainInHebrew({ rule, reason: message, params: told })).toBe(
            ledgerSentence(he, { rule, message, params: told }),
          )
  })

  it('says in English what the server says of something without a title', async () => {
    const en = await speaking('en')
    for (const message of ['report_downloaded', 'product_content', 'product_video', 'resource_downloaded', 'once_each'])
      expect(ledgerSentence(en, { rule: 'product_video', message, params: {} })).toBe(
        explain({ rule: 'product_video', reason: message }),
      )
  })

  it('names a rule that a company made by its id, in every language', async () => {
    for (const lng of ['en', 'he'] as const) {
      const line = { rule: 'visited_our_stand', message: 'visited_our_stand', params: {} }
      expect(ledgerSentence(await speaking(lng), line)).toBe('visited our stand')
    }
    const again = { rule: 'visited_our_stand', message: 'once_each', params: {} }
    expect(ledgerSentence(await speaking('he'), again)).toBe('visited our stand: שוב, מזכה פעם אחת בלבד')
  })

  it('leaves no gap and no English word in a Hebrew sentence', async () => {
    const he = await speaking('he')
    for (const message of Object.keys(SENTENCES))
      for (const count of [1, 2, 3]) {
        const told = {
          ...params,
          count,
          title: 'מדריך',
          domain: 'תיבה',
          attribute: 'country',
          ...limits,
          doubts: further.doubts,
          words: 'מחיר',
        }
        const sentence = ledgerSentence(he, { rule: 'question_asked', message, params: told })
        expect(sentence.replace(/WhatsApp|\bIT\b/g, '')).not.toMatch(/[a-z{}_]/i)
      }
  })

  it('takes parameters as text: braces, dollar signs and calls for another text stay what they are', async () => {
    const title = '{{count}} $& $t(registered) “x”'
    const line = { rule: 'resource_downloaded', message: 'resource_downloaded', params: { title } }
    expect(ledgerSentence(await speaking('en'), line)).toBe(`Downloaded “${title}”`)
    const again = { ...line, message: 'once_each' }
    expect(ledgerSentence(await speaking('en'), again)).toBe(`Downloaded “${title}”: again, paid once`)
  })

  it('keeps a title that turns the direction of writing to itself', async () => {
    const line = { rule: 'resource_downloaded', message: 'resource_downloaded', params: { title: 'a\u202eb\u2069c' } }
    expect(ledgerSentence(await speaking('en'), line)).toBe('Downloaded “\u2068abc\u2069”')
    expect(ledgerSentence(await speaking('he'), line)).toBe('הורדת ״\u2068abc\u2069״')
  })
})
