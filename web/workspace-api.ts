import { hc } from 'hono/client'
import { useMemo } from 'react'
import type { TeamRoutes } from '../src/http/team/routes.ts'
import type { AlarmRoutes } from '../src/http/workspace/alarms.ts'
import type { AlertRuleRoutes } from '../src/http/workspace/alert-rules.ts'
import type { AlertRoutes } from '../src/http/workspace/alerts.ts'
import type { ApiKeyRoutes } from '../src/http/workspace/api-keys.ts'
import type { AuditRoutes } from '../src/http/workspace/audit.ts'
import type { ChannelRoutes } from '../src/http/workspace/channels.ts'
import type { ExportRoutes } from '../src/http/workspace/exports.ts'
import type { FigureRoutes } from '../src/http/workspace/figures.ts'
import type { NoShowRoutes } from '../src/http/workspace/no-shows.ts'
import type { PeopleRoutes } from '../src/http/workspace/people.ts'
import type { PeopleListRoutes } from '../src/http/workspace/people-list.ts'
import type { PlatformRoutes } from '../src/http/workspace/platforms.ts'
import type { PullRoutes } from '../src/http/workspace/pulls.ts'
import type { QuarantineRoutes } from '../src/http/workspace/quarantine.ts'
import type { QuestionRoutes } from '../src/http/workspace/questions.ts'
import type { RankingRoutes } from '../src/http/workspace/ranking.ts'
import type { ReconciliationRoutes } from '../src/http/workspace/reconciliation.ts'
import type { RepairRoutes } from '../src/http/workspace/repairs.ts'
import type { ReplayRoutes } from '../src/http/workspace/replay.ts'
import type { ScheduleRoutes } from '../src/http/workspace/schedules.ts'
import type { SegmentRoutes } from '../src/http/workspace/segments.ts'
import type { SendRoutes } from '../src/http/workspace/sends.ts'
import type { SourceApiRoutes } from '../src/http/workspace/source-api.ts'
import type { SourceRoutes } from '../src/http/workspace/sources.ts'
import type { WebinarRoutes } from '../src/http/workspace/webinars.ts'
import type { WorkspaceRoutes } from '../src/http/workspace/workspace.ts'
import { ask } from './api.ts'
import { useSlug } from './session.ts'

const header = 'Ripen-Workspace'

/** The calls of one workspace, typed by their routes. Every one throws `Problem` where the server refuses. */
export function apiOf(slug: string) {
  const options = { headers: { [header]: slug }, fetch: ask }
  return {
    webinars: hc<WebinarRoutes>('/', options).api.v1.webinars,
    figures: hc<FigureRoutes>('/', options).api.v1.webinars[':id'],
    pulls: hc<PullRoutes>('/', options).api.v1.webinars[':id'],
    ranking: hc<RankingRoutes>('/', options).api.v1.webinars[':id'].ranking,
    exports: hc<ExportRoutes>('/', options).api.v1.webinars[':id'].ranking.export,
    questions: hc<QuestionRoutes>('/', options).api.v1.webinars[':id'].questions,
    onDemand: hc<ReplayRoutes>('/', options).api.v1.webinars[':id'],
    noShows: hc<NoShowRoutes>('/', options).api.v1.webinars[':id']['no-shows'],
    reconciliation: hc<ReconciliationRoutes>('/', options).api.v1.webinars[':id'].reconciliation,
    repairs: hc<RepairRoutes>('/', options).api.v1,
    people: hc<PeopleRoutes>('/', options).api.v1.people,
    peopleList: hc<PeopleListRoutes>('/', options).api.v1.people,
    segments: hc<SegmentRoutes>('/', options).api.v1.segments,
    schedules: hc<ScheduleRoutes>('/', options).api.v1.schedules,
    sources: hc<SourceRoutes>('/', options).api.v1.sources,
    sourceApi: hc<SourceApiRoutes>('/', options).api.v1.sources[':id'],
    allPulls: hc<PullRoutes>('/', options).api.v1.pulls,
    quarantine: hc<QuarantineRoutes>('/', options).api.v1.quarantine,
    alarms: hc<AlarmRoutes>('/', options).api.v1.alarms,
    alerts: hc<AlertRoutes>('/', options).api.v1.alerts,
    alertRules: hc<AlertRuleRoutes>('/', options).api.v1['alert-rules'],
    alertRouting: hc<AlertRuleRoutes>('/', options).api.v1['alert-routing'],
    channels: hc<ChannelRoutes>('/', options).api.v1.channels,
    sendsOf: hc<SendRoutes>('/', options).api.v1.channels[':id'].sends,
    sends: hc<SendRoutes>('/', options).api.v1.sends[':id'],
    members: hc<TeamRoutes>('/', options).api.v1.members,
    apiKeys: hc<ApiKeyRoutes>('/', options).api.v1['api-keys'],
    log: hc<AuditRoutes>('/', options).api.v1.audit,
    platforms: hc<PlatformRoutes>('/', options).api.v1.platforms,
    workspace: hc<WorkspaceRoutes>('/', options).api.v1.workspace,
    /** The address of a call that a browser makes by itself: a download, an event stream. */
    address(path: string, query: Record<string, string> = {}): string {
      return `/api/v1/${path}?${new URLSearchParams({ ...query, workspace: slug })}`
    },
    /** Headers of a call that is made without the typed client, as an upload is. */
    headers: { [header]: slug },
  }
}

export type WorkspaceApi = ReturnType<typeof apiOf>

export function useApi(): WorkspaceApi {
  const slug = useSlug()
  return useMemo(() => apiOf(slug), [slug])
}
