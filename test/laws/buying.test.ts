import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BuyingSignal, buyingIn } from '../../src/domain/buying.ts'
import { BuyingTopicSchema } from '../../src/domain/buying-topic.ts'
import { LANGUAGES } from '../../src/domain/buying-word.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import { runs } from './seed.ts'

const topics = TEMPLATES.webinar!.buyingWords!.map((topic) => BuyingTopicSchema.parse(topic))
const look = buyingIn(topics)!
const entries = topics.flatMap(({ words }) => LANGUAGES.flatMap((language) => words[language]))

/** Any signs at all, lone halves of pairs too. */
const signs = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((all) => String.fromCharCode(...all))
const letters = fc.string({
  unit: fc.constantFrom(...'eé ïößİıЁёйЙקמחיר־״"\u05b0\u05bc\u0301\u200fםןA1½ﬁ𝐚.,!\n'),
  maxLength: 20,
})
const said = fc
  .array(fc.oneof(fc.constantFrom(...entries.map((entry) => entry.replaceAll('*', ''))), letters, signs), {
    maxLength: 8,
  })
  .map((parts) => parts.join(' '))
const wellFormed = said.map((text) => text.toWellFormed())

const words = (signals: readonly BuyingSignal[]) => signals.map(({ topic, word }) => `${topic}/${word}`)
const marked = (text: string, signals: readonly BuyingSignal[]) =>
  signals.map(({ at, length }) => text.slice(at, at + length))

describe('words of buying', () => {
  it('are found inside any text, of one topic never over each other, in its order', () => {
    fc.assert(
      fc.property(said, (text) => {
        const ends = new Map<string, number>()
        let last = 0
        for (const { topic, word, at, length } of look(text)) {
          expect(entries).toContain(word)
          expect(length).toBeGreaterThan(0)
          expect(at + length).toBeLessThanOrEqual(text.length)
          expect(at).toBeGreaterThanOrEqual(Math.max(last, ends.get(topic) ?? 0))
          ends.set(topic, at + length)
          last = at
        }
      }),
      runs(),
    )
  })

  it('are the same in every way to write an accent, and mark the same', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const [one, other] = [text.normalize('NFC'), text.normalize('NFD')]
        expect(words(look(one))).toEqual(words(look(other)))
        expect(marked(one, look(one))).toEqual(marked(other, look(other)).map((part) => part.normalize('NFC')))
      }),
      runs(),
    )
  })

  it('are the same in any case, where letters have one', () => {
    const plain = fc
      .array(fc.constantFrom(...entries.map((entry) => entry.replaceAll('*', ''))))
      .map((all) => all.join('; '))
    fc.assert(
      fc.property(plain, (text) => {
        expect(words(look(text.toUpperCase()))).toEqual(words(look(text)))
      }),
      runs(),
    )
  })

  it('of two sentences are those of the one and then those of the other', () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        const shifted = look(other).map((signal) => ({ ...signal, at: signal.at + one.length + 2 }))
        expect(look(`${one}. ${other}`)).toEqual([...look(one), ...shifted])
      }),
      runs(),
    )
  })

  it('are all found by themselves, as they are and in niqqud', () => {
    for (const { id, words } of topics)
      for (const entry of LANGUAGES.flatMap((language) => words[language])) {
        const bare = entry.replaceAll('*', '')
        for (const text of [bare, bare.replace(/[א-ת]/g, '$&\u05b8')])
          expect([text, look(text).map(({ topic }) => topic)]).toEqual([text, expect.arrayContaining([id])])
      }
  })
})
