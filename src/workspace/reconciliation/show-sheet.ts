import { cut, lengthOf } from '../../domain/interval.ts'
import type { Finality } from '../../domain/reconciliation/finality.ts'
import type { Words } from '../../domain/words.ts'
import { findMerge } from '../../store/merges.ts'
import { needWebinar } from '../find-webinar.ts'
import { momentOf } from '../moment.ts'
import { type WebinarPulls, webinarPulls } from '../pulls/webinar-pulls.ts'
import { shownMerge } from '../repair/merges-of-person.ts'
import type { Workspace } from '../workspace.ts'
import { finalityNow } from './finality.ts'
import { type Gathered, isCompared } from './gather.ts'
import { countDiffering, Lists } from './lists.ts'
import { sheet as words } from './words.ts'

/** What makes a reconciliation final, or will. */
type Doing = 'import' | 'connect' | 'fetch' | 'wait'
export type ToDo = { action: Doing | 'mend' } & Words

export type Sheet = ReturnType<typeof showSheet>

/**
 * The reconciliation of a webinar, with the first page of each list. `webhooksLost` and `rowsMissing` are null while only
 * one of the two sources is in. Throws `Refused('not_found')`.
 */
export function showSheet(ws: Workspace, webinarId: string, gathered: Gathered) {
  const of = needWebinar(ws, webinarId)
  const { counts, has, guests, clashes, dialIns, staff } = gathered
  const { finality, reports } = finalityNow(ws, of, has.report)
  const { id, platform, platformId, topic, scheduled, startsAt, endsAt, live } = of.webinar
  const pulls = webinarPulls(ws, webinarId)
  const lists = new Lists(ws, webinarId, gathered)
  const areCompared = isCompared(gathered)
  const bound = dialIns.filter(({ person }) => person !== null).length
  return {
    webinar: {
      ...{ id, platform, platformId, topic },
      scheduledAt: momentOf(scheduled?.from ?? null),
      startsAt: momentOf(startsAt),
      endsAt: momentOf(endsAt),
      liveSeconds: lengthOf(cut(live, gathered.asOf)) / 1000,
    },
    state: finality.state,
    since: momentOf(finality.since),
    why: { code: finality.why, ...words(finality.why) },
    completeFrom: momentOf(finality.completeFrom),
    nextFetchAt: pulls.nextAt,
    toDo: toDo(platform, finality, pulls),
    reports: reports.map(({ by, generatedAt, receivedAt, rows }) => ({
      ...{ by, rows },
      generatedAt: momentOf(generatedAt),
      receivedAt: momentOf(receivedAt),
    })),
    sources: { webhooks: has.webhooks, report: has.report, reportSeconds: has.report ? has.seconds : null },
    headline: {
      registered: counts.registered,
      attended: counts.attended,
      matched: counts.matched,
      unregistered: counts.attended - counts.matched,
      noShows: finality.state === 'scheduled' || finality.state === 'running' ? null : counts.noShows,
      unidentified: {
        connections: guests.reduce((sum, { connections }) => sum + connections.length, 0),
        people: guests.length,
        named: guests.filter(({ known }) => known > 0).length,
      },
      clashes: clashes.length,
      dialIns: { bound, unbound: dialIns.length - bound },
      staff: staff.length,
      differing: areCompared ? countDiffering(gathered) : null,
      webhooksLost: areCompared ? counts.lost : null,
      rowsMissing: areCompared ? counts.missing : null,
      repairs: gathered.ties.length + gathered.merges.length,
    },
    people: lists.people({}),
    unidentified: lists.unidentified({}),
    clashes: lists.clashes({}),
    dialIns: lists.dialIns({}),
    staff: lists.staff({}),
    ties: lists.ties({}),
    merges: gathered.merges.flatMap((number) => {
      const merge = findMerge(ws.db, number)
      return merge ? shownMerge(ws, merge) : []
    }),
    asOf: momentOf(gathered.asOf),
  }
}

/** While nothing is final: the API brings the report by itself, where it may; else somebody brings it as a file. */
function toDo(platform: string, { state }: Finality, pulls: WebinarPulls): ToDo[] {
  if (state === 'final' || state === 'scheduled' || platform !== 'zoom') return []
  const doing = (action: Doing, name: Doing | 'fetching' = action): ToDo => ({ action, ...words(name) })
  const byHand = state === 'provisional' ? [doing('import')] : []
  if (!pulls.isConnected) return [doing('connect'), ...byHand]
  const { problem } = pulls
  if (problem) return [{ action: 'mend', text: problem.text, key: problem.key, params: problem.params }, ...byHand]
  if (pulls.isRunning) return [doing('wait', 'fetching')]
  if (pulls.nextAt !== null) return [doing('wait')]
  return state === 'provisional' ? [doing('fetch'), ...byHand] : []
}
