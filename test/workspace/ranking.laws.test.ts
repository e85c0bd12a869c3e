import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionOf } from '../../src/domain/interval.ts'
import type { Standing } from '../../src/domain/standing.ts'
import type { Statement } from '../../src/domain/statement.ts'
import { type CountRow, countsOfWebinar, liveMsOf } from '../../src/store/counts.ts'
import { audience } from '../../src/workspace/audience.ts'
import { backlog } from '../../src/workspace/drain.ts'
import { needWebinar } from '../../src/workspace/find-webinar.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { atOnce } from '../../src/workspace/in-steps.ts'
import { knownNow } from '../../src/workspace/knowledge.ts'
import { currentVersion } from '../../src/workspace/live-models.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { standingsThen } from '../../src/workspace/ranked-then.ts'
import {
  type RankedPerson,
  type RankingQuery,
  type RankingRow,
  ranking,
  rankingRows,
} from '../../src/workspace/ranking.ts'
import { numberOfWebinar } from '../../src/workspace/series.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { DAY, MINUTE, START } from '../laws/histories.ts'
import { runs } from '../laws/seed.ts'
import { randomStatements } from '../laws/statements.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { take } from './told.ts'
import { undone } from './undone.ts'

/** A minute is enough for the usual number of runs; `RIPEN_RUNS` may ask for many more. */
const patience = 3_600_000
const { ws, clock } = makeWorkspace(START)
const zoom = { platform: 'zoom', platformId: '81' }
const viewer = fc.constantFrom('a@firm.example', 'c@free.example', 'd@other.example').map((email) => ({ email }))

/** What only report files and players say: whole stays, and what was watched afterwards. */
const watching: fc.Arbitrary<Statement> = fc
  .record({
    replay: fc.boolean(),
    from: fc.integer({ min: -20, max: 90 }),
    minutes: fc.integer({ min: 0, max: 90 }),
    person: viewer,
    named: fc.boolean(),
    later: fc.integer({ min: 0, max: 4000 }),
  })
  .map(({ replay, from, minutes, person, named, later }) => {
    const [joinedAt, leftAt] = [START + from * MINUTE, START + (from + minutes) * MINUTE]
    const id = `${replay}/${from}/${minutes}/${later}/${person.email}`
    if (!replay)
      return {
        id,
        type: 'webinar.attended',
        time: leftAt,
        webinar: { ...zoom, instance: 'u1' },
        person,
        data: { joinedAt, leftAt },
      }
    const seconds = Math.max(0, from) * 60
    const data = { mediaSeconds: 3600, intervals: [[seconds, seconds + minutes * 60]] as [number, number][] }
    return {
      id,
      type: 'replay.watched',
      time: START + later * MINUTE,
      person,
      ...(named && { webinar: { ...zoom, slot: '' } }),
      data,
    }
  })

const histories = fc.tuple(randomStatements, fc.array(watching, { maxLength: 4 })).map((parts) => parts.flat())
/** Moments before, while and after the webinars run. */
const moments = fc
  .uniqueArray(fc.oneof(fc.integer({ min: -30, max: 130 }), fc.integer({ min: -9 * 1440, max: 25 * 1440 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((minutes) => minutes.sort((a, b) => a - b).map((after) => START + after * MINUTE))
const query: fc.Arbitrary<RankingQuery> = fc.record(
  {
    sort: fc.constantFrom('webinar', 'score'),
    stage: fc.constantFrom('registrant', 'lead', 'mql', 'sql'),
    reached: fc.constantFrom('registrant', 'lead', 'mql', 'sql', 'customer'),
    temperature: fc.constantFrom('cold', 'warm', 'hot'),
    grade: fc.constantFrom('A', 'none'),
    attended: fc.constantFrom('yes', 'no', 'replay', 'no_show'),
    minScore: fc.constantFrom('-5', '0', '12', '50'),
    q: fc.constantFrom('A@', 'firm', 'zzz', '%'),
  },
  { requiredKeys: ['sort'] },
)

/** All pages of a ranking, two rows each. */
function paged(ws: Workspace, id: string, asked: RankingQuery): RankingRow[] {
  const rows: RankingRow[] = []
  let cursor: string | undefined
  do {
    const page = ranking(ws, id, { ...asked, limit: '2', cursor })
    rows.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return rows
}

function recounted(ws: Workspace) {
  const alike = 'webinar, registered, attended, replayed, no_show, took_part, stage'
  const sums = ['stayed', 'in_room', 'live_ms', 'questions', 'poll_answers']
  const summed = sums.map((sum) => `sum(${sum}) AS ${sum}`)
  return [
    ws.db.prepare(`SELECT ${alike}, people, ${sums} FROM webinar_count WHERE people <> 0 ORDER BY ${alike}`).all(),
    ws.db
      .prepare(
        `SELECT ${alike}, count(*) AS people, ${summed} FROM standing JOIN card USING (model, person)
         GROUP BY ${alike} ORDER BY ${alike}`,
      )
      .all(),
  ]
}

/** The list as it is stored, and as it follows from the cards. */
function relisted(ws: Workspace) {
  const columns = 'person, score_down, email, stage, temperature, grade'
  return [
    ws.db.prepare(`SELECT hex(id) AS id, ${columns} FROM listing ORDER BY person`).all(),
    ws.db
      .prepare(
        `SELECT (SELECT hex(k.id) FROM person_key k WHERE k.number = card.person) AS id,
         ${columns.replace('score_down', '0 - score AS score_down')} FROM card WHERE staff = 0 ORDER BY person`,
      )
      .all(),
  ]
}

/** The places as they are stored, and as they follow from standings and cards. */
function replaced(ws: Workspace) {
  const columns = 'webinar, points_down, score_down, email, stage, temperature, attended, replayed, no_show'
  return [
    ws.db.prepare(`SELECT person, hex(id) AS id, ${columns} FROM place ORDER BY webinar, person`).all(),
    ws.db
      .prepare(
        `SELECT person, (SELECT hex(k.id) FROM person_key k WHERE k.number = standing.person) AS id,
         ${columns.replace('score_down', '0 - score AS score_down')}
         FROM standing JOIN card USING (model, person) ORDER BY webinar, person`,
      )
      .all(),
  ]
}

/** What the people of a webinar come to together, from the kept counts. */
function keptSums(ws: Workspace, id: string): Record<string, number> {
  const { webinar } = needWebinar(ws, id)
  const passedMs = positionOf(webinar.live, ws.now())
  const counts = countsOfWebinar(ws.db, currentVersion(ws), numberOfWebinar(ws, webinar))
  const sum = (of: (row: CountRow) => number) => counts.reduce((all, row) => all + of(row), 0)
  return {
    people: sum((row) => row.people),
    stayed: sum((row) => row.stayed),
    inRoom: sum((row) => row.in_room),
    liveMs: sum((row) => liveMsOf(row, passedMs)),
    questions: sum((row) => row.questions),
    pollAnswers: sum((row) => row.poll_answers),
  }
}

/** The same, from nothing. */
function workedOutSums(ws: Workspace, id: string): Record<string, number> {
  const standings = [...standingsThen(ws, currentVersion(ws), needWebinar(ws, id), ws.now(), knownNow(ws))].flat()
  const sum = (of: (standing: Standing) => number) => standings.reduce((all, { standing }) => all + of(standing), 0)
  return {
    people: standings.length,
    stayed: sum(({ stayed }) => (stayed ? 1 : 0)),
    inRoom: sum(({ inRoom }) => (inRoom ? 1 : 0)),
    liveMs: sum(({ liveSeconds }) => Math.round(liveSeconds * 1000)),
    questions: sum(({ questions }) => questions),
    pollAnswers: sum(({ pollAnswers }) => pollAnswers),
  }
}

/** A row of a file has no presence strip, marks and parts. */
function asInFile({ presence: _, marks: __, parts: ___, ...row }: RankingRow): RankedPerson {
  return row
}

test(
  'what is stored for the present moment is what is worked out as of it: ranking, funnel, audience, counts',
  () => {
    fc.assert(
      fc.property(histories, moments, query, (statements, times, asked) =>
        undone(ws, () => {
          clock.now = times[0]!
          take(ws, ...statements)
          for (const time of times) {
            clock.now = time
            drained(ws)
            expect(backlog(ws)).toBe(0)
            const [kept, counted] = recounted(ws)
            expect(kept).toEqual(counted)
            const [placed, due] = replaced(ws)
            expect(placed).toEqual(due)
            const [listed, expected] = relisted(ws)
            expect(listed).toEqual(expected)
            const asOf = momentOf(time)
            for (const { id } of webinars(ws).items) {
              expect(keptSums(ws, id)).toEqual(workedOutSums(ws, id))
              const then = ranking(ws, id, { ...asked, asOf, limit: '500' })
              expect(paged(ws, id, asked)).toEqual(then.items)
              expect(paged(ws, id, { ...asked, asOf })).toEqual(then.items)
              expect([...rankingRows(ws, id, asked)]).toEqual(then.items.map(asInFile))
              expect(ranking(ws, id, { ...asked, limit: '500' })).toEqual(then)
              expect(funnel(ws, id)).toEqual(funnel(ws, id, { asOf }))
              expect(atOnce(audience(ws, id))).toEqual(atOnce(audience(ws, id, { asOf })))
            }
          }
        }),
      ),
      runs(250),
    )
  },
  patience,
)

test(
  'rescoring later than the last change is no different from not rescoring at all',
  () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 20 * 1440 }), (statements, later) =>
        undone(ws, () => {
          clock.now = START + 5 * DAY
          take(ws, ...statements)
          drained(ws)
          clock.now += later * MINUTE
          drained(ws)
          const columns =
            'person, webinar, points_down, score, stage, temperature, registered, attended, no_show, took_part'
          const rows = () =>
            ws.db
              .prepare(`SELECT ${columns} FROM standing JOIN card USING (model, person) ORDER BY person, webinar`)
              .all()
          const before = rows()
          ws.db.exec("INSERT INTO due_scope (model, kind, which, cursor) VALUES (1, 'everybody', 0, 0)")
          drained(ws)
          expect(rows()).toEqual(before)
        }),
      ),
      runs(250),
    )
  },
  patience,
)
