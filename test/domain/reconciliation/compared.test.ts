import { describe, expect, test } from 'vitest'
import { compareFacts, type Fact } from '../../../src/domain/fact.ts'
import { compared } from '../../../src/domain/reconciliation/compared.ts'
import { at, joined, left, makeFact, makeWebinar, stayed } from '../../make.ts'

const webinar = makeWebinar()

function of(...facts: Fact[]) {
  return compared(facts.toSorted(compareFacts), webinar, at('2026-03-11'))
}

const row = (from: string, to: string) => stayed(from, to, 'w1', 'report')

describe('webhooks against the report', () => {
  test('two sources that say the same differ in nothing', () => {
    expect(of(joined('10:00:30'), left('10:40:30'), row('10:00:30', '10:40:30'))).toEqual({
      ...{ webhookSeconds: 2400, reportSeconds: 2400, togetherSeconds: 2400, differenceSeconds: 0 },
      ...{ webhooks: [[30, 2430]], report: [[30, 2430]], onlyWebhooks: [], onlyReport: [] },
      ...{ open: false, toTheMinute: false, lost: 0, missing: 0 },
    })
  })

  test('what only one of them has is told with its place, and counts once in what both say together', () => {
    const rejoined = of(joined('10:00', 'c1'), left('10:10', 'c1'), row('10:00', '10:10'), row('10:20:05', '10:50:05'))
    expect(rejoined).toMatchObject({
      ...{ webhookSeconds: 600, reportSeconds: 2400, togetherSeconds: 2400, differenceSeconds: 1800 },
      ...{ onlyWebhooks: [], onlyReport: [[1205, 3005]], lost: 1, missing: 0 },
    })
  })

  test('a leave that never came makes webhooks alone run on to the end, and the report cuts it', () => {
    expect(of(joined('10:00:07'), row('10:00:07', '10:15:09'))).toMatchObject({
      ...{ webhookSeconds: 3593, reportSeconds: 902, togetherSeconds: 902, differenceSeconds: 2691, open: true },
      ...{ onlyWebhooks: [[909, 3600]], lost: 0, missing: 0 },
    })
  })

  test('a join that never came is in the report alone, but its leave tells that the connection was heard of', () => {
    expect(of(left('10:30:11'), row('10:00:11', '10:30:11'))).toMatchObject({
      ...{ webhookSeconds: 0, reportSeconds: 1800, onlyReport: [[11, 1811]], lost: 0, missing: 0 },
    })
  })

  test('a report without seconds rounds: what that explains is no difference, longer pieces are', () => {
    const rounded = of(joined('10:00:37'), left('10:29:22'), row('10:00', '10:30'))
    expect(rounded).toMatchObject({
      reportSeconds: 1800,
      webhookSeconds: 1725,
      differenceSeconds: 0,
      toTheMinute: true,
    })
    const shorter = of(joined('10:00:37'), left('10:29:22'), row('10:00', '10:20'))
    expect(shorter).toMatchObject({ differenceSeconds: 562, onlyWebhooks: [[1200, 1762]], onlyReport: [] })
  })

  test('two devices are two connections: the report has both, of one no webhook came', () => {
    const facts = [
      joined('10:00:02', 'c1'),
      left('10:30:02', 'c1'),
      row('10:00:02', '10:30:02'),
      row('10:00:40', '10:59:01'),
    ]
    expect(of(...facts)).toMatchObject({ lost: 1, missing: 0, togetherSeconds: 3539 })
    expect(of(...facts, joined('10:00:40', 'c2'), left('10:59:01', 'c2'))).toMatchObject({ lost: 0, missing: 0 })
  })

  test('a connection of which the report has no row is missing there', () => {
    expect(of(joined('10:00:02'), left('10:30:02'))).toMatchObject({ lost: 0, missing: 1, differenceSeconds: 1800 })
  })

  test('a row that came by API names its connection, and by file too counts once', () => {
    const told = [joined('10:00:02', 'c1'), left('10:30:02', 'c1'), joined('10:00:05', 'c2'), left('10:30:04', 'c2')]
    const byApi = makeFact(
      'webinar.attended',
      '10:30:04',
      { joinedAt: at('10:00:05'), leftAt: at('10:30:04'), evidence: 'report' },
      { webinar: 'w1', connection: 'c2' },
    )
    expect(of(...told, byApi)).toMatchObject({ lost: 0, missing: 1 })
    expect(of(...told, byApi, row('10:00:05', '10:30:04'), row('10:00:02', '10:30:02'))).toMatchObject({
      lost: 0,
      missing: 0,
    })
    expect(of(byApi, row('10:00', '10:30'))).toMatchObject({ reportSeconds: 1799, toTheMinute: false, lost: 1 })
  })

  test('only the live time counts, and of a running webinar only what has passed', () => {
    expect(of(row('09:30:01', '11:30:01'))).toMatchObject({ reportSeconds: 3600, onlyReport: [[0, 3600]] })
    expect(compared([joined('10:00')], webinar, at('10:05'))).toMatchObject({ webhookSeconds: 300, open: true })
  })
})
