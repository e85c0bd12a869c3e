import { describe, expect, it } from 'vitest'
import type { WebinarRow } from '../../src/http/workspace/webinars.ts'
import { groupsOf, shareCame } from '../../web/screens/webinars/groups.ts'
import { refreshEvery } from '../../web/screens/webinars/queries.ts'

const now = Date.parse('2026-04-01T11:00:00Z')

function webinar(id: string, state: WebinarRow['state'], more: Partial<WebinarRow> = {}): WebinarRow {
  return {
    ...{ id, state, platform: 'zoom', platformId: id, series: `zoom/${id}`, topic: id, kind: 'educational' },
    ...{
      partner: null,
      cost: null,
      funnelStage: null,
      scheduledAt: null,
      startsAt: null,
      endsAt: null,
      plannedSeconds: 3_600,
    },
    ...{ provisional: false, liveSeconds: 0, registrants: 0, attendees: 0, noShows: 0, replayOnly: 0 },
    ...{ leads: 0, mqls: 0, sqls: 0, questions: 0 },
    ...more,
  }
}

const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const newestFirst = [
  webinar('far', 'scheduled'),
  webinar('next', 'scheduled', { kind: 'demo' }),
  webinar('running', 'live'),
  webinar('young', 'ended', { kind: 'demo', topic: 'Backup in an hour' }),
  webinar('old', 'ended', { partner: { name: 'Tavor Networks', domains: [] } }),
]
const idsOf = (wanted: { q?: string; kind?: string }) =>
  groupsOf(newestFirst, { q: '', kind: '', ...wanted }).map(({ state, webinars }) => [
    state,
    ...webinars.map(({ id }) => id),
  ])

describe('the list of webinars', () => {
  it('begins with what runs, then what comes next, then what is over from the newest on', () => {
    expect(idsOf({})).toEqual([
      ['live', 'running'],
      ['scheduled', 'next', 'far'],
      ['ended', 'young', 'old'],
    ])
  })

  it('has no empty groups', () => {
    expect(idsOf({ kind: 'demo' })).toEqual([
      ['scheduled', 'next'],
      ['ended', 'young'],
    ])
  })

  it('finds topics and partners in any case', () => {
    expect([idsOf({ q: 'BACKUP' }), idsOf({ q: ' tavor ' }), idsOf({ q: 'nothing' })]).toEqual([
      [['ended', 'young']],
      [['ended', 'old']],
      [],
    ])
  })

  it('asks again by itself while something runs or begins within the hour', () => {
    const comes = (minutes: number) => [webinar('next', 'scheduled', { startsAt: inMinutes(minutes) })]
    expect(refreshEvery([webinar('running', 'live')], now)).toBeGreaterThan(0)
    expect(refreshEvery(comes(59), now)).toBeGreaterThan(0)
    expect([refreshEvery(comes(61), now), refreshEvery([webinar('old', 'ended')], now)]).toEqual([false, false])
  })
})

describe('the share of registrants who came', () => {
  it('is never above all, although some come without having registered', () => {
    expect(shareCame(webinar('old', 'ended', { registrants: 10, attendees: 12 }))).toBe(1)
    expect(shareCame(webinar('old', 'ended', { registrants: 10, attendees: 4 }))).toBe(0.4)
  })

  it('is not told before anybody could come, or without registrants', () => {
    expect(shareCame(webinar('next', 'scheduled', { registrants: 10 }))).toBeNull()
    expect(shareCame(webinar('old', 'ended', { attendees: 10 }))).toBeNull()
  })
})
