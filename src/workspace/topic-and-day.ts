import { localDay } from '../domain/calendar.ts'
import { needWebinar } from './find-webinar.ts'
import { compiledModel, currentVersion } from './live-models.ts'
import type { Workspace } from './workspace.ts'

export interface TopicAndDay {
  topic: string | null
  /** As 2026-04-16, by the workspace's calendar. */
  day: string | null
}

/** What people call a webinar by. Throws `Refused('not_found')`. */
export function topicAndDay(ws: Workspace, webinarId: string): TopicAndDay {
  const { topic, startsAt } = needWebinar(ws, webinarId).webinar
  if (startsAt === null) return { topic, day: null }
  const day = localDay(compiledModel(ws, currentVersion(ws)).calendar, startsAt)
  return { topic, day: new Date(day * 86_400_000).toISOString().slice(0, 10) }
}
