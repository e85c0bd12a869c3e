import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseModel } from '../../src/domain/model.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import { ownWords, unsaid } from '../../web/facts/own-words.ts'
import { partsOf, shownOf } from '../../web/parts/marked-parts.ts'
import {
  topicId,
  typedWords,
  withoutTopic,
  withoutWord,
  withTopic,
  withTopics,
  withWords,
} from '../../web/screens/formula/buying/edits.ts'
import { filtersOf, isFiltered, noFilters, withFilters } from '../../web/screens/questions/filters.ts'

const mark = (at: number, length: number, topic = 'price') => ({ at, length, topic })

describe('a text with what is about buying marked', () => {
  it('stands in parts, those that are marked and those between', () => {
    expect(partsOf('What does it cost?', [mark(13, 4)])).toEqual([
      { text: 'What does it ', topics: [] },
      { text: 'cost', topics: ['price'] },
      { text: '?', topics: [] },
    ])
    expect(partsOf('cost', [mark(0, 4), mark(0, 4, 'trial')])).toEqual([{ text: 'cost', topics: ['price', 'trial'] }])
    expect(partsOf('Hello', [])).toEqual([{ text: 'Hello', topics: [] }])
    expect(partsOf('', [])).toEqual([])
  })

  it('is whole in its parts, each of which is marked by all that lies over it', () => {
    const marks = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })), { maxLength: 5 })
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), marks, (text, places) => {
        const within = places
          .filter(([at, length]) => at + length <= text.length)
          .map(([at, length]) => mark(at, length))
        const parts = partsOf(text, within)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        let at = 0
        for (const { text: part, topics } of parts) {
          for (let place = at; place < at + part.length; place++)
            expect(within.some((each) => each.at <= place && place < each.at + each.length)).toBe(topics.length > 0)
          at += part.length
        }
      }),
    )
  })

  it('is cut behind a mark, not through it, and never through a sign', () => {
    expect(shownOf('0123456789', [mark(4, 3)], 5)).toBe('0123456')
    expect(shownOf('0123456789', [mark(8, 2)], 5)).toBe('01234')
    expect(shownOf('0123😀89', [], 5)).toBe('0123')
    expect(shownOf('short', [], 5)).toBe('short')
  })
})

describe('the filters of the questions', () => {
  const read = (search: string) => filtersOf(new URLSearchParams(search))

  it('stand in the address in the words of the call; what no list understands is left out', () => {
    expect(read('topic=price&buying=true&where=chat&q=%20a%20&staff=true&sort=score')).toEqual({
      ...{ topic: 'price', buying: 'true', where: 'chat', q: 'a', staff: 'true', sort: 'score' },
    })
    expect(read('topic=<b>&buying=1&where=kitchen&q=%20&staff=no&sort=name&limit=3')).toEqual({})
  })

  it('are taken away without losing the order or what else stands there', () => {
    const next = withFilters(new URLSearchParams('sort=score&topic=price&q=a&x=1'), noFilters)
    expect(next.toString()).toBe('sort=score&x=1')
    expect([isFiltered({ sort: 'score', staff: 'true' }), isFiltered({ topic: 'price' })]).toEqual([false, true])
  })
})

describe('the own words of a person', () => {
  const said = (where: 'form' | 'question', text: string) => ({ where, asked: null, text, answer: null, buying: [] })
  const fact = (id: string, type: string, all: ReturnType<typeof said>[], data = {}) => ({
    ...{ fact: id, type, at: `2026-03-0${id}T10:00:00.000Z`, webinarId: 'w_1', data, said: all, buying: [] },
  })

  it('stand with the newest first, and what a report repeats of the form once', () => {
    const timeline = [
      fact('4', 'person.registered', [said('form', 'A price list?')]),
      fact('3', 'question.asked', [said('question', 'Hello')]),
      fact('2', 'question.asked', [said('question', 'Hello')]),
      fact('1', 'person.registered', [said('form', 'A price list?')]),
    ]
    expect(ownWords(timeline).map(({ key }) => key)).toEqual(['3 0', '2 0', '1 0'])
  })

  it('are not shown again among what else a fact says', () => {
    const question = { text: 'Hello', answer: 'Hi' }
    expect(unsaid(fact('1', 'question.asked', [said('question', 'Hello')], question))).toEqual({})
    const survey = { answers: [{ answer: '5' }, { answer: 'Good', open: true }] }
    expect(unsaid(fact('1', 'survey.submitted', [said('form', 'Good')], survey))).toEqual({
      answers: [{ answer: '5' }],
    })
    const form = { status: 'approved', question: 'Hello' }
    expect(unsaid(fact('1', 'person.registered', [said('form', 'Hello')], form))).toEqual({ status: 'approved' })
    expect(unsaid(fact('1', 'page.viewed', [], { url: '/x' }))).toEqual({ url: '/x' })
  })
})

describe('the words of buying in the formula', () => {
  const model = parseModel(TEMPLATES.webinar)
  const price = (changed: typeof model) => changed.buyingWords.find(({ id }) => id === 'price')!.words

  it('are added once, behind those that are there, and taken away', () => {
    const more = withWords(model, 'price', 'en', ['cost', 'rate card'])
    expect(price(more).en).toEqual([...price(model).en, 'rate card'])
    expect(price(more).he).toBe(price(model).he)
    expect(withoutWord(more, 'price', 'en', 'rate card')).toEqual(model)
  })

  it('are typed one by one or with commas between them', () => {
    expect(typedWords(' rate  card, ;how much\n, rate card')).toEqual(['rate card', 'how much'])
    expect(typedWords(` , ${'x'.repeat(61)}`)).toEqual([])
  })

  it('have topics that come and go, called by an id that the file can have', () => {
    expect(['Partner programme', 'Réseau 2', '2nd home', 'מחיר', '  '].map(topicId)).toEqual([
      ...['partner_programme', 'reseau_2', 'nd_home', null, null],
    ])
    const more = withTopic(model, 'partners')
    expect(parseModel(more).buyingWords.at(-1)).toEqual({ id: 'partners', words: { en: [], he: [], ru: [] } })
    expect(withTopic(more, 'partners')).toBe(more)
    expect(withoutTopic(more, 'partners')).toEqual(model)
    const without = withoutTopic(model, 'price')
    expect(withTopics(without, model.buyingWords).buyingWords.map(({ id }) => id)).toEqual([
      ...without.buyingWords.map(({ id }) => id),
      'price',
    ])
  })
})
