import type { Planned } from './webinars.ts'

/** An activity as it is sent to `POST /api/v1/activities`. */
export interface CloudEvent {
  specversion: '1.0'
  id: string
  source: string
  type: string
  time: string
  data: Record<string, unknown>
}

/** Which system of the company knows of what: the part of a type before its dot. */
const sources: Record<string, string> = {
  poll: '/zoom-export',
  question: '/zoom-export',
  survey: '/surveys',
  replay: '/videos',
  video: '/videos',
  email: '/mail',
  message: '/whatsapp',
  call: '/phone',
  lead: '/crm',
  deal: '/crm',
  meeting: '/crm',
  profile: '/crm',
}

/** Something that a person did, or that was done to them. */
export function event(type: string, id: string, at: number, email: string, data: object = {}): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: sources[type.split('.')[0]!] ?? '/site',
    type,
    time: new Date(Math.floor(at)).toISOString(),
    data: { person: { email }, ...data },
  }
}

/** How the data of activities name a webinar of Zoom's. */
export function named({ platformId }: Planned): { webinar: object } {
  return { webinar: { platform: 'zoom', platformId: String(platformId) } }
}
