import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCodePoints } from '../../../src/domain/ranking.ts'
import { compileSegment } from '../../../src/domain/segment.ts'
import { atOnce } from '../../../src/workspace/in-steps.ts'
import { currentModel } from '../../../src/workspace/models.ts'
import { countInSteps } from '../../../src/workspace/people/count.ts'
import { filterQuery, readPeopleFilters } from '../../../src/workspace/people/filters.ts'
import { type PeoplePage, peoplePageInSteps } from '../../../src/workspace/people/page.ts'
import { searchOf } from '../../../src/workspace/people/search.ts'
import { wholeInSteps } from '../../../src/workspace/people/whole.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { day, scheduled, start, take } from '../told.ts'
import { filtersOf, somebody, store } from './crowd.ts'

const { ws } = makeWorkspace(start)
const another = { platform: 'zoom', platformId: '87000000001', slot: '' }
take(ws, scheduled(), { ...scheduled(), id: 'another', webinar: another, time: start - 8 * day })
const ids = webinars(drained(ws)).items.map(({ id }) => id)
const { model } = currentModel(ws)
const topics = model.buyingWords.map(({ id }) => id)

const given = fc.record({
  crowd: fc.array(somebody(ids), { maxLength: 25 }),
  filters: filtersOf(ids, topics),
  limit: fc.integer({ min: 1, max: 9 }),
})

test('a list has exactly who is in the segment of its filters, by score, e-mail and id, however it is paged, counted or taken whole', () => {
  expect(ids).toHaveLength(2)
  let found = 0
  fc.assert(
    fc.property(given, ({ crowd, filters, limit }) => {
      const stored = store(ws, crowd)
      const segment = compileSegment(filters, model)
      const expected = stored
        .filter((one) => segment.has(one, segment.needsStandings ? one.standings : [], start))
        .sort((a, b) => b.score - a.score || compareCodePoints(a.email, b.email) || compareCodePoints(a.id, b.id))
      const paged: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: PeoplePage = atOnce(peoplePageInSteps(ws, filters, { limit, cursor }))
        paged.push(...page.items.map(({ id }) => id))
        if (!cursor) expect(page.matching).toBe(expected.length)
        cursor = page.nextCursor
      }
      expect(paged).toEqual(expected.map(({ id }) => `p_${id}`))
      expect(atOnce(wholeInSteps(ws, searchOf(ws, filters)))).toEqual(expected.map(({ person }) => person))
      expect(atOnce(countInSteps(ws, searchOf(ws, filters), 1e6))).toBe(expected.length)
      expect(readPeopleFilters(filterQuery(filters))).toEqual(filters)
      found += expected.length
    }),
    { numRuns: 250 },
  )
  expect(found).toBeGreaterThan(100)
})
