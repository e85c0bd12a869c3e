/** What the log of a workspace keeps, by what it was done with. */
export const ACTS = {
  export: ['export.made'],
  model: ['model.published', 'model.rolled_back'],
  member: ['member.invited', 'member.added', 'member.invited_again', 'member.role_changed', 'member.removed'],
  key: ['key.made', 'key.revoked'],
  source: ['source.added', 'source.secret_changed', 'source.connected', 'source.disconnected'],
  rule: ['rule.made', 'rule.changed', 'rule.deleted', 'owners.changed'],
  channel: [
    'channel.made',
    'channel.changed',
    'channel.secret_renewed',
    'channel.switched_on',
    'channel.switched_off',
    'channel.deleted',
  ],
  segment: ['segment.made', 'segment.changed', 'segment.deleted'],
  schedule: ['schedule.made', 'schedule.changed', 'schedule.deleted'],
  person: ['person.merged', 'person.unmerged', 'person.erased'],
} as const

export type ActGroup = keyof typeof ACTS
export type Act = (typeof ACTS)[ActGroup][number]

export const ACT_GROUPS = Object.keys(ACTS) as ActGroup[]

/** Who did it: a member by name and address, an API key by its end, or the way in (`command line`). */
export interface Doer {
  by: string
  email: string | null
  /** The last characters of an API key. */
  key?: string | null
}

/** What a file of people was: nothing in it may be a lead's own. */
export interface ExportDetails {
  list: 'ranking' | 'no_shows' | 'questions' | 'reconciliation' | 'people' | 'segment' | 'log'
  /** Its id. */
  webinar?: string
  /** Its id, or its name. */
  segment?: string
  format: 'csv' | 'xlsx'
  /** For which CRM, or how exact. */
  profile?: string
  filters: Record<string, string>
  /** Whether who wants no mail was in it; left out where such a list does not ask. */
  unsubscribed?: boolean
  /** Rows written; null while it is being written. */
  people: number | null
  /** Whoever read it went away before its end. */
  brokenOff?: boolean
}

interface TeamDetails {
  name: string
  email: string
  role: string
}

/** Something by its id, and as it was called then. */
export interface Called {
  id: string
  name: string
}

/** What belongs to each act. People are leads by their ids, members by name and address. */
export interface Details {
  'export.made': ExportDetails
  'model.published': { version: number; signed: boolean }
  'model.rolled_back': { version: number; to: number }
  'member.invited': TeamDetails
  'member.added': TeamDetails
  'member.invited_again': TeamDetails
  'member.role_changed': TeamDetails & { from: string }
  'member.removed': TeamDetails
  'key.made': { name: string; ending: string; scopes: string[] }
  'key.revoked': { name: string; ending: string | null }
  'source.added': { source: string; platform: string }
  'source.secret_changed': { source: string }
  'source.connected': { source: string }
  'source.disconnected': { source: string }
  'rule.made': Called
  'rule.changed': Called
  'rule.deleted': Called
  'owners.changed': { routes: number }
  'channel.made': Called
  'channel.changed': Called
  'channel.secret_renewed': Called
  'channel.switched_on': Called
  'channel.switched_off': Called
  'channel.deleted': Called
  'segment.made': Called
  'segment.changed': Called
  'segment.deleted': Called
  'schedule.made': Called
  'schedule.changed': Called
  'schedule.deleted': Called
  'person.merged': { people: string[] }
  'person.unmerged': { people: string[] }
  'person.erased': { person: string }
}

/** What is done with something that has a name. */
export type CalledAct =
  | (typeof ACTS)['channel' | 'segment' | 'schedule'][number]
  | Exclude<(typeof ACTS)['rule'][number], 'owners.changed'>

/** One act with what belongs to it. */
export type Entry = { [A in Act]: { act: A; details: Details[A] } }[Act]

/** What the directory tells a workspace of: done there at `at` (ms UTC), under an id by which it stands in the log once. */
export type Told = { id: string; at: number; doer: Doer } & Entry
