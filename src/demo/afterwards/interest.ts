import { type CloudEvent, event } from '../activity.ts'
import { wakingTime } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { type After, keyOf } from './after.ts'

const files: [content: { id: string; title: string; kind: string }, weight: number][] = [
  [{ id: 'checklist-restore', title: 'Restore test checklist', kind: 'checklist' }, 30],
  [{ id: 'guide-ransomware', title: 'Guide: the first hour after an attack', kind: 'guide' }, 24],
  [{ id: 'ebook-backup-he', title: 'גיבוי נכון: ספר אלקטרוני', kind: 'ebook' }, 14],
  [{ id: 'infographic-321', title: '3-2-1-1-0 on one page', kind: 'infographic' }, 10],
  [{ id: 'report-backup-il', title: 'State of backup in Israel', kind: 'special_report' }, 8],
  [{ id: 'spec-appliance', title: 'Technical specification', kind: 'specification' }, 8],
  [{ id: 'comparison', title: 'Shaked Backup and five others', kind: 'comparison' }, 6],
]

const videos = [
  { id: 'video-restore', title: 'A restore in 90 seconds', kind: 'product_video' },
  { id: 'video-customers', title: 'Customers speak', kind: 'testimonial' },
]

/** Downloads, videos, forms and what people do on social networks. */
export function interested(chance: Chance, after: After): CloudEvent[] {
  const { webinar, registration, calendar, warmth } = after
  const { person } = registration
  const soon = () => wakingTime(calendar, chance, webinar.closesAt + 3_600_000, 4)
  const events: CloudEvent[] = []
  if (chance.happens(0.02 + 0.22 * warmth ** 2)) {
    const content = chance.weighted(files)
    events.push(event('content.downloaded', keyOf(after, content.id), soon(), person.email, { content }))
  } else if (chance.happens(0.02)) {
    const [content] = chance.pick(files)
    events.push(event('content.ignored', keyOf(after, content.id, 'ignored'), soon(), person.email, { content }))
  }
  if (chance.happens(0.07 * warmth)) {
    const watched = { mediaSeconds: 92, watchedSeconds: chance.whole(8, 92), sessionId: keyOf(after, 'video') }
    events.push(
      event('video.watched', keyOf(after, 'video'), soon(), person.email, { ...watched, content: chance.pick(videos) }),
    )
  }
  if (chance.happens(0.008 + 0.025 * warmth ** 2)) {
    const kind = chance.weighted([
      ['other', 6],
      ['contact', 3],
      ['quote', 2],
      ['demo_request', 2],
    ])
    events.push(
      event('form.submitted', keyOf(after, 'form'), soon(), person.email, { form: { id: `form-${kind}`, kind } }),
    )
  }
  if (chance.happens(0.05 * warmth)) {
    const act = { network: 'linkedin', action: chance.pick(['liked', 'liked', 'shared', 'commented']) }
    events.push(event('social.engaged', keyOf(after, 'social'), soon(), person.email, act))
  }
  return events
}
