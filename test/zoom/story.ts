/**
 * What happened at one Zoom account: the only description from which the fake Zoom (API, webhooks, report files) tells
 * it, each in Zoom's own shape and with what each leaves out. Times are ms UTC, on the second as Zoom has them.
 */
export interface Story {
  users: ZoomUser[]
  webinars: ToldWebinar[]
}

export interface ZoomUser {
  id: string
  email: string
  /** `none`: may hold no webinars at all (Zoom's code 3161). */
  licence: 'webinar' | 'none'
}

export interface ToldWebinar {
  id: string
  type: 5 | 6 | 9
  topic: string
  host: ZoomUser
  createdAt: number
  startsAt: number
  minutes: number
  timezone: string
  /** Of type 9. `registrationType` 2: registered for each occurrence. */
  occurrences: { id: string; startsAt: number; minutes: number }[]
  registrationType: 1 | 2 | 3
  registrants: ToldRegistrant[]
  panelists: { id: string; email: string; name: string }[]
  sources: { id: string; name: string }[]
  survey: { name: string; type: string }[]
  instances: ToldInstance[]
}

export interface ToldRegistrant {
  id: string
  /** As it was typed: with blanks and capitals. */
  email: string
  firstName: string
  lastName: string
  org: string
  jobTitle: string
  country: string
  employees: string
  comments: string
  custom: { title: string; value: string }[]
  at: number
  status: 'approved' | 'pending' | 'denied' | 'cancelled'
  /** When it was denied or cancelled. */
  decidedAt?: number
  source?: string
  occurrence?: string
}

/** A room that ran. */
export interface ToldInstance {
  uuid: string
  from: number
  to: number
  stays: ToldStay[]
  polls: ToldPoll[]
  questions: ToldQuestion[]
  survey: { email: string; name: string; at: number; answers: { question: string; answer: string }[] }[]
  recording: { id: string; from: number; to: number; readyAt: number } | null
  views: { at: number; name: string; email: string; seconds: number }[]
  replayRegistrants: ToldRegistrant[]
}

/** One connection. */
export interface ToldStay {
  session: string
  guid: string
  name: string
  /** '' where Zoom shows none. */
  email: string
  registrant?: string
  /** The Zoom user who was signed in. */
  user?: string
  phone?: string
  from: number
  to: number
  role: 'host' | 'panelist' | 'attendee'
  /** Promoted to panelist here. */
  promotedAt?: number
  /** The session of the computer that a phone belongs to. */
  boundTo?: string
  /** Never let in. */
  waiting?: true
  /** A webhook that lacks the registrant's id. */
  keyless?: true
}

export interface ToldPoll {
  title: string
  anonymous: boolean
  question: string
  answers: { email: string; name: string; at: number; answer: string }[]
}

export interface ToldQuestion {
  id: string
  email: string
  name: string
  user?: string
  anonymous: boolean
  text: string
  at: number
  answer: string
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** An address as everybody means it, however it was typed. */
export function plainAddress(email: string): string {
  return email.trim().toLowerCase()
}
