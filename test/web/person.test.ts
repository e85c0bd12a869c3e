import { describe, expect, it } from 'vitest'
import { lastWebinarLevel, numberOfType, typeOfNumber } from '../../src/store/fact-type.ts'
import { factDetails } from '../../web/facts/fact-details.ts'
import { latestTold } from '../../web/facts/latest-told.ts'
import english from '../../web/locales/en/person.json' with { type: 'json' }
import hebrew from '../../web/locales/he/person.json' with { type: 'json' }
import type { LedgerLine } from '../../web/parts/ledger-sentence.ts'
import { readAddress, writeAddress } from '../../web/screens/person/address.ts'
import { shownLines, sumsByWebinar } from '../../web/screens/person/ledger-lines.ts'
import { endingAt, movesOf, pointsOf, stepAt, ticksBetween } from '../../web/screens/person/steps.ts'
import { countedKinds, kindOf } from '../../web/screens/person/timeline-kinds.ts'
import { lengthIn } from '../../web/when.ts'

function line(points: number, webinarId: string | null = null): LedgerLine {
  const told = { reason: 'Answered a poll during the webinar', message: 'poll_answered', params: {} }
  return { rule: 'poll_answered', points, at: '2026-03-03T10:00:00.000Z', webinarId, facts: [], ...told }
}

describe('the ledger of a person', () => {
  const ledger = [line(5, 'w_a'), line(0, 'w_b'), line(-50), line(20, 'w_a')]

  it('has the sum after each line from the oldest on, in whichever order it is shown', () => {
    for (const order of ['oldest', 'newest'] as const) {
      const { lines, running, sum } = shownLines(ledger, { webinar: null, order })
      expect(ledger.map((each) => running.get(each))).toEqual([5, 5, -45, -25])
      expect(sum).toBe(-25)
      expect(lines).toEqual(order === 'oldest' ? ledger : ledger.toReversed())
    }
  })

  it('adds up to the points of a webinar when only its lines are shown', () => {
    const { lines, running, sum } = shownLines(ledger, { webinar: 'w_a', order: 'oldest' })
    expect(lines).toEqual([ledger[0], ledger[3]])
    expect(lines.map((each) => running.get(each))).toEqual([5, 25])
    expect(sum).toBe(25)
    expect(shownLines(ledger, { webinar: 'none', order: 'oldest' }).sum).toBe(-50)
  })

  it('offers each webinar with its points, and what belongs to none at the end', () => {
    expect(sumsByWebinar(ledger)).toEqual([
      ['w_a', 25],
      ['w_b', 0],
      ['none', -50],
    ])
    expect(sumsByWebinar([line(5, 'w_a')])).toEqual([['w_a', 5]])
  })
})

describe('the address of a person', () => {
  it('keeps every state of the screen that is not the usual one', () => {
    const given = { asOf: '2026-03-03T10:00:00.000Z', order: 'oldest', webinar: 'none', kind: 'mail' } as const
    const address = { ...given, lines: 300, shown: 150, said: 9 }
    expect(readAddress(new URLSearchParams(writeAddress(address)))).toEqual(address)
    expect(writeAddress(readAddress(new URLSearchParams()))).toEqual({})
  })

  it('reads what nobody can mean as the usual state', () => {
    const { order, shown, lines } = readAddress(new URLSearchParams('order=x&shown=-3&lines=many'))
    expect({ order, shown, lines }).toEqual({ order: 'newest', shown: 50, lines: 100 })
  })
})

describe('the score over time', () => {
  const step = (at: string, score: number) => ({ at, score, stage: 'lead' as const, temperature: 'cold' as const })
  const steps = [step('2026-03-01T10:00:00.000Z', 5), step('2026-03-04T10:00:00.000Z', -45)]

  it('holds each step until the next, and the last one until now', () => {
    const points = pointsOf({ steps, asOf: '2026-03-09T10:00:00.000Z' })
    expect(points.map(({ x }) => new Date(x).getUTCDate())).toEqual([1, 4, 9])
    expect(points.map(({ y }) => y)).toEqual([5, -45, -45])
    expect(pointsOf({ steps: [], asOf: '2026-03-09T10:00:00.000Z' })).toEqual([])
  })

  it('finds the step that held at a moment', () => {
    expect(stepAt(steps, '2026-03-04T09:59:59.999Z')).toBe(0)
    expect(stepAt(steps, '2026-03-04T10:00:00.000Z')).toBe(1)
    expect(stepAt(steps, '2026-02-04T10:00:00.000Z')).toBe(-1)
  })

  it('says by how much each step moved it, and nothing of the first one where older ones are left out', () => {
    expect(movesOf({ steps, complete: true })).toEqual([5, -50])
    expect(movesOf({ steps, complete: false })).toEqual([null, -50])
  })

  it('has at most so many ticks, whole days apart', () => {
    const from = Date.parse('2026-03-01T10:00:00.000Z')
    for (const days of [0, 1, 5, 40, 366, 4000]) {
      const ticks = ticksBetween(from, from + days * 86_400_000, 6)
      expect(ticks.length).toBeLessThanOrEqual(7)
      expect(ticks.every((at) => at % 86_400_000 === 0 && at >= from)).toBe(true)
    }
  })
})

describe('what a fact says', () => {
  it('is called in every language what it is, and belongs to a kind', () => {
    for (let number = lastWebinarLevel + 1; number <= numberOfType('lead.returned'); number++) {
      const type = typeOfNumber(number)
      const key = type.replace('.', '_') as keyof typeof english.fact
      expect([type, english.fact[key], hebrew.fact[key]]).toEqual([type, expect.any(String), expect.any(String)])
      expect(english.kind).toHaveProperty(kindOf(type))
    }
  })

  it('leaves out what only machines read, and nothing else', () => {
    expect(factDetails({ uuid: 'x', messageId: 'y', visitId: 'z', automated: false })).toEqual([])
    expect(factDetails({ colour: 'green' })).toEqual([{ name: 'colour', as: 'text', value: 'green' }])
  })

  it('shows a stay as its two moments, and pages one by one', () => {
    expect(factDetails({ joinedAt: 1000, leftAt: 61_000, evidence: 'report' })).toEqual([
      { name: 'stay', as: 'moments', value: [1000, 61_000] },
      { name: 'evidence', as: 'word', value: 'report' },
    ])
    expect(factDetails({ pages: ['/a', '/b'], seconds: 7 }).map(({ value }) => value)).toEqual(['/a', '/b', 7])
  })

  it('ends the days below the line with the last one, and never lets two run into each other', () => {
    expect(endingAt(35, [10, 20, 30])).toEqual([10, 20, 35])
    expect(endingAt(39, [10, 20, 30])).toEqual([10, 20, 30, 39])
    expect(endingAt(12, [10])).toEqual([12])
    expect(endingAt(12, [])).toEqual([12])
  })

  it('names an answer of a survey by the question that was asked', () => {
    const answers = [
      { question: 'Why <b>now</b>?', answer: '=1+1', open: true },
      { answer: 'yes' },
      { question: 'No?' },
    ]
    expect(factDetails({ answers })).toEqual([
      { name: 'Why <b>now</b>?', asked: true, as: 'text', value: '=1+1' },
      { name: 'answer', as: 'text', value: 'yes' },
    ])
  })

  it('says what was asked before what was answered, and no name that is the known one', () => {
    expect(factDetails({ answer: 'This year', poll: 'When?' }).map(({ name }) => name)).toEqual(['poll', 'answer'])
    expect(factDetails({ name: 'Dana' }, 'Dana')).toEqual([])
    expect(factDetails({ name: "Dana's phone" }, 'Dana')).toHaveLength(1)
  })

  it('counts the kinds that there are, in a fixed order', () => {
    const timeline = [{ type: 'email.opened' }, { type: 'poll.answered' }, { type: 'email.clicked' }]
    expect(countedKinds(timeline)).toEqual([
      ['voice', 1],
      ['mail', 2],
    ])
  })
})

describe('a length in words', () => {
  it('has the two largest units that matter', () => {
    const length = lengthIn('en')
    expect([45, 60, 2520, 3600, 5640].map(length)).toEqual(['45 sec', '1 min', '42 min', '1 hr', '1 hr 34 min'])
  })
})

it('of the reports of one sitting in front of a recording only the last is shown', () => {
  const watched = (at: string, sessionId?: string, webinarId = 'w1') => ({
    ...{ type: 'replay.watched', at: `2026-05-12T${at}:00.000Z`, webinarId },
    data: { ...(sessionId && { sessionId }), intervals: [[0, 60]] },
  })
  const opened = { type: 'email.opened', at: '2026-05-12T10:30:00.000Z', webinarId: null, data: {} }
  const timeline = [watched('12:00'), watched('11:00', 'a'), opened, watched('10:02', 'b'), watched('10:00', 'a')]
  expect(latestTold(timeline)).toEqual(timeline.slice(0, 4))
  expect(latestTold(timeline.toReversed())).toEqual(timeline.slice(0, 4).toReversed())
  const elsewhere = [watched('11:00', 'a', 'w2'), watched('10:00', 'a')]
  expect(latestTold(elsewhere)).toEqual(elsewhere)
})
