import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/fact.ts'
import type { Statement } from '../../src/domain/statement.ts'
import type { Cursor, Page, Room, Step, ZoomProblem } from '../../src/sources/zoom/api/step.ts'
import { stepOf, steps } from '../../src/sources/zoom/api/steps.ts'
import { readWebhook } from '../../src/sources/zoom/payload.ts'
import { deliveriesOf } from '../zoom/deliveries.ts'
import { heldAt, type Opened, opened, pagesOf, problemOf } from '../zoom/opened.ts'
import { DAY, MINUTE, plainAddress } from '../zoom/story.ts'
import { tellAccount, tellWebinar } from '../zoom/tell.ts'

const webinar = tellWebinar({ startsAt: heldAt, people: 800 })
const held = webinar.instances[0]!
const story = tellAccount([webinar])

/** All that the API states of a room; of some things there is nothing. */
async function fetched({ api, room }: Pick<Opened, 'api' | 'room'>): Promise<Statement[]> {
  const statements: Statement[] = []
  for (const step of steps) {
    const pages = await pagesOf(api, step, room).catch((problem: ZoomProblem) => {
      if (problem.kind !== 'nothing') throw problem
      return []
    })
    statements.push(...pages.flatMap((page) => page.statements))
  }
  return statements
}

function contents(statements: readonly Statement[]): string[] {
  return [...new Set(statements.map(canonicalJson))].sort()
}

function told(): Statement[] {
  return deliveriesOf(webinar).flatMap(({ body }) => {
    const reading = readWebhook(new TextEncoder().encode(body))
    return reading.outcome === 'read' ? reading.statements : []
  })
}

/** What is in one set and not in the other. */
const without = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) => [...one].filter((each) => !other.has(each))

const ofType = (statements: readonly Statement[], type: Statement['type']) =>
  statements.filter((statement) => statement.type === type)

describe('what the API states', () => {
  test('is the same from pages in any order, each of them asked for any number of times', async () => {
    const open = opened({ story, after: 3 * DAY })
    const asked: { step: Step; room: Room; cursor: Cursor }[] = []
    const all: Statement[] = []
    for (const step of steps) {
      for (let cursor: Cursor | null = {}; cursor; ) {
        asked.push({ step, room: { ...open.room }, cursor })
        const page: Page = await step.page(open.api, open.room, cursor)
        Object.assign(open.room, page.learned)
        all.push(...page.statements)
        cursor = page.next
      }
    }
    expect(asked.length).toBeGreaterThan(20)
    const indices = fc.shuffledSubarray([...asked.keys(), ...asked.keys()], { minLength: asked.length })
    await fc.assert(
      fc.asyncProperty(indices, async (order) => {
        const again: Statement[] = []
        for (const i of new Set([...order, ...asked.keys()])) {
          const { step, room, cursor } = asked[i]!
          again.push(...(await step.page(open.api, room, cursor)).statements)
        }
        expect(contents(again)).toEqual(contents(all))
      }),
      { numRuns: 5 },
    )
  })

  test('has one content under each id', async () => {
    const statements = await fetched(opened({ story, after: 3 * DAY }))
    expect(new Set(statements.map(({ id }) => id)).size).toBe(contents(statements).length)
  })

  test('of the attendance is every connection of the webhooks and nothing else, under the same name', async () => {
    const statements = await fetched(opened({ story, after: 3 * DAY }))
    const joined = ofType(told(), 'webinar.joined')
    const attended = new Map(ofType(statements, 'webinar.attended').map((stay) => [stay.connection, stay]))
    expect(attended.size).toBe(joined.length)
    for (const join of joined) {
      const stay = attended.get(join.connection)!
      expect([stay.webinar, (stay.data as { joinedAt: number }).joinedAt]).toEqual([join.webinar, join.time])
    }
    const registrant = new Map(held.stays.map((stay) => [`${held.uuid}/${stay.session}`, stay.registrant]))
    for (const [connection, { person }] of attended) expect(person?.registrantId).toBe(registrant.get(connection!))
  })

  test('of registrants, panelists and the recording is what webhooks and everybody know', async () => {
    const statements = await fetched(opened({ story, after: 3 * DAY }))
    const whoRegistered = (all: readonly Statement[]) =>
      new Set(ofType(all, 'person.registered').map(({ person }) => canonicalJson(person)))
    const cancelled = webinar.registrants.filter(({ status }) => status === 'cancelled').length
    expect(whoRegistered(statements).size).toBe(800 - cancelled)
    expect(without(whoRegistered(statements), whoRegistered(told()))).toEqual([])
    const recorded = (all: readonly Statement[]) => ofType(all, 'webinar.recorded')
    expect(recorded(statements)).toEqual(recorded(told()))
    const staff = new Set(ofType(statements, 'webinar.staffed').map(({ person }) => person!.email))
    expect(staff).toEqual(new Set([webinar.host.email, ...webinar.panelists.map(({ email }) => plainAddress(email))]))
    const answers = held.polls.reduce((sum, { answers }) => sum + answers.length, 0)
    expect(ofType(statements, 'poll.answered').length).toBe(answers)
    expect(ofType(statements, 'survey.submitted').length).toBe(held.survey.length)
    expect(ofType(statements, 'replay.watched').length).toBe(held.views.length)
  })

  test('while a report is not whole yet is a part of what it states later', async () => {
    const early = await fetched(opened({ story, after: 15 * MINUTE }))
    const late = await fetched(opened({ story, after: 3 * DAY }))
    const names = (all: readonly Statement[]) => new Set(ofType(all, 'webinar.attended').map(canonicalJson))
    expect(names(early).size).toBeLessThan(names(late).size)
    expect(without(names(early), names(late))).toEqual([])
    expect(ofType(early, 'poll.answered')).toEqual([])
  })

  test('leaves nobody but the registrants a key in an account that shows no names', async () => {
    const statements = await fetched(opened({ story, after: 3 * DAY, blank: true }))
    const keyless = ofType(statements, 'webinar.attended').filter(({ person }) => !person)
    expect(keyless.length).toBe(
      held.stays.filter(({ registrant, user, waiting }) => !registrant && !user && !waiting).length,
    )
  })
})

describe('fetching', () => {
  test('of 10,000 participants takes 1 request for 300 of each kind, and meets no limit', async () => {
    const crowd = tellAccount([tellWebinar({ startsAt: heldAt, people: 12_000 })])
    const open = opened({ story: crowd, after: 3 * DAY })
    const from = open.clock.now()
    const statements = await fetched(open)
    const rows = ofType(statements, 'webinar.attended').length
    expect(rows).toBeGreaterThan(10_000)
    const { byPath, byStatus, tooFast } = open.zoom.counted
    expect(byStatus).toEqual({ 200: open.api.requests })
    expect([tooFast, byPath['/report/webinars/{uuid}/participants']]).toEqual([0, Math.ceil(rows / 300)])
    expect(open.api.requests).toBeLessThan(140)
    expect(open.clock.now() - from).toBeLessThan(2 * MINUTE)
  })

  test('goes on where a fault has stopped it, and ends with everything', async () => {
    const whole = await fetched(opened({ story, after: 3 * DAY }))
    const open = opened({ story, after: 3 * DAY })
    open.zoom.fail({ kind: 'error', every: 5 })
    open.zoom.fail({ kind: 'half', every: 7 })
    open.zoom.fail({ kind: 'reset', every: 11 })
    expect(contents(await fetched(open))).toEqual(contents(whole))
  })

  test('asks so many times of a Zoom that is down, and then says so', async () => {
    const open = opened({ story, after: 3 * DAY })
    await open.api.get({ path: '/users', rate: 'medium', scope: 'user:read:list_users' })
    open.zoom.fail({ kind: 'error' })
    for (const step of steps) {
      const before = open.api.requests
      expect(await problemOf(step.page(open.api, open.room, {}))).toMatchObject({ kind: 'unavailable' })
      expect([step.id, open.api.requests - before]).toEqual([step.id, 3])
    }
  })

  test('of a list whose page has expired has to begin again, and then has all of it', async () => {
    const open = opened({ story, after: 3 * DAY })
    const step = stepOf('participants')
    const first = await step.page(open.api, open.room, {})
    open.clock.pass(16 * MINUTE)
    expect(await problemOf(step.page(open.api, open.room, first.next!))).toMatchObject({ kind: 'page_expired' })
    const pages = await pagesOf(open.api, step, open.room)
    expect(pages.reduce((sum, { rows }) => sum + rows!, 0)).toBeGreaterThan(held.stays.length - 1)
  })

  test('names for every step the scope that is missing, and asks once', async () => {
    for (const step of steps) {
      const open = opened({ story, after: 3 * DAY })
      open.zoom.takeScope(step.scope)
      const problem = await problemOf(step.page(open.api, open.room, {}))
      expect(problem).toMatchObject({ kind: 'scope', words: { params: { scope: `${step.scope}:admin` } } })
      expect(open.api.requests).toBe(2)
    }
  })

  test('of a webinar that Zoom no longer keeps says so step by step: what is by the room is there longer', async () => {
    const kinds = async (days: number) => {
      const open = opened({ story, after: days * DAY })
      const found: Record<string, string> = {}
      for (const step of steps) {
        const kind = await pagesOf(open.api, step, open.room).then(
          () => 'there',
          ({ kind }) => kind,
        )
        found[step.id] = kind
      }
      return found
    }
    const gone = {
      registrants: 'not_found',
      panelists: 'not_found',
      tracking: 'not_found',
      replay_registrants: 'not_found',
    }
    const there = {
      webinar: 'there',
      participants: 'there',
      polls: 'there',
      questions: 'there',
      survey: 'there',
      absentees: 'there',
    }
    const replay = { recordings: 'there', replay_views: 'there' }
    expect(await kinds(60)).toEqual({ ...there, ...gone, ...replay })
    const old = {
      webinar: 'too_old',
      participants: 'too_old',
      polls: 'too_old',
      questions: 'too_old',
      survey: 'too_old',
    }
    expect(await kinds(200)).toEqual({ ...old, ...gone, ...replay, absentees: 'there' })
    expect((await kinds(400)).absentees).toBe('too_old')
  })
})
