import type { FactType } from '../../../src/domain/fact.ts'
import type { Surroundings } from '../../../src/domain/lint/finding.ts'
import { beside, own } from './quiet.ts'

/** A model in which a smell is found and the same one put right. */
export interface Fixture {
  failing: object
  clean: object
  /** Begins with severity and path. */
  says: string
  surroundings?: Surroundings
}

export const page = { act: 'page', place: 'ever', pageGroup: 'product' }
export const opened = { act: 'mail_opened', place: 'after' }
export const capped = { cap: { points: 20 } }
export const size = (min: number, max?: number) => ({ attribute: 'employees', min, ...(max !== undefined && { max }) })
export const leader = { id: 'leader', titles: ['ceo'] }
export const demo = { webinarKind: 'demo' }
export const live = own('live', 50, 'attended_live', { ...demo, seconds: 60 })
export const replay = { ...demo, seconds: 600, share: 0.9, notBeside: 'live' }
export const thresholds = (mql: unknown, sql: unknown = 70) => ({ thresholds: { mql, sql } })
export const arrived = (...types: FactType[]): Surroundings => ({ sources: [], arrived: types, looked: 50_000 })
export const zoom: Surroundings = { sources: [{ name: 'zoom', brings: ['webinar.joined'] }], arrived: [], looked: 0 }

export const withFit = beside(
  own('signed_up', 20, 'registered'),
  own('large', 5, 'profile', { when: size(1000) }),
  own('fit', 5, 'fit_complete'),
)
export const cappedFit = beside(own('large', 10, 'profile', { when: size(1000), cap: { points: 15 } }))
export const grouped = {
  groups: { talk: { points: 10 } },
  rules: [
    own('poll', 5, 'did', { act: 'poll', place: 'during', group: 'talk' }),
    own('chat', 6, 'did', { act: 'webinar_chat', place: 'during', group: 'talk' }),
  ],
}

export function texts(country: string) {
  return { attribute: 'country', oneOf: [country] }
}

export function role(...oneOf: string[]) {
  return { attribute: 'role', oneOf }
}

export function hand(...forms: string[]) {
  return own('hand', 50, 'hand_raised', { forms, onceInDays: 30, sqlForDays: 30 })
}
