import { canonicalFacts, type Fact, type FactOf } from '../../domain/fact.ts'
import { union } from '../../domain/interval.ts'
import { profileOf } from '../../domain/profile.ts'
import type { Media } from '../../domain/replay-media.ts'
import { findSettings } from '../../store/settings.ts'
import { momentOf } from '../moment.ts'
import { personFacts } from '../person-facts.ts'
import type { Workspace } from '../workspace.ts'
import { readLink } from './link.ts'
import { lengthIn } from './replay.ts'
import { isSitting, newSitting } from './sitting.ts'

/** All that the page of a link is told: nothing of the person but a first name. Positions in seconds of the media. */
export interface WatchPage {
  topic: string | null
  /** Whose webinar it was, and who sees what is watched. */
  company: string
  firstName: string | null
  media: Media
  mediaSeconds: number | null
  watched: [number, number][]
  /** Where they stopped the last time. */
  position: number | null
  closesAt: string | null
  sitting: string
  /** For whoever sets it up: nothing is counted. */
  preview: boolean
}

const longestName = 30

/** What the page behind a link shows. Refuses as `readLink` does. */
export function watchPage(ws: Workspace, token: string): WatchPage {
  const { webinar, replay, key } = readLink(ws, token)
  const facts = key === null ? [] : canonicalFacts(personFacts(ws, key.person).facts)
  const mediaSeconds = lengthIn(replay.kept)
  const sittings = facts.filter((fact) => isOurs(fact, webinar.id, mediaSeconds))
  const seen = sittings.flatMap(({ data }) => data.intervals ?? []).map(([from, to]) => ({ from, to }))
  return {
    topic: webinar.topic,
    company: findSettings(ws.db)!.name,
    firstName: plainName(profileOf(facts).firstName),
    media: replay.media,
    mediaSeconds: mediaSeconds ?? null,
    watched: union(seen).map(({ from, to }) => [from, to]),
    position: sittings.at(-1)?.data.position ?? null,
    closesAt: momentOf(replay.kept.closesAt ?? null),
    sitting: newSitting(ws, token),
    preview: key === null,
  }
}

function isOurs(fact: Fact, webinar: string, mediaSeconds: number | undefined): fact is FactOf<'replay.watched'> {
  if (fact.type !== 'replay.watched' || fact.webinar !== webinar || !isSitting(fact.data.sessionId)) return false
  return fact.data.mediaSeconds === undefined || fact.data.mediaSeconds === mediaSeconds
}

/** A page that can be passed on greets by a name and by nothing else that somebody wrote in its place. */
function plainName(name: string | undefined): string | null {
  return name && name.length <= longestName && /^[\p{L}\p{M}'’ .-]+$/u.test(name) ? name : null
}
