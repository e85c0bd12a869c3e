/**
 * Which kind of id stands in a path, by the part before it; null: none that belongs to a workspace. Whoever adds a kind
 * adds a line here, and one to `idsOf` in `two.ts`, which gives an id of it that B has and A has not.
 */
export const inPath = {
  'webinars/{id}': 'webinar',
  'people/{id}': 'person',
  'accounts/{id}': 'account',
  'ties/{connection}': 'connection',
  'reconciliation/{sheet}': 'sheet',
  'sources/{id}': 'source',
  'quarantine/{id}': 'delivery',
  'preview/{id}': 'preview',
  'backtest/{id}': 'backtest',
  'suggest/{id}': 'suggestion',
  'api-keys/{id}': 'apiKey',
  'members/{id}': 'member',
  'segments/{id}': 'segment',
  'schedules/{id}': 'schedule',
  'alerts/{id}': 'alert',
  'alert-rules/{id}': 'alertRule',
  'channels/{id}': 'channel',
  'sends/{id}': 'send',
  // Every workspace counts its versions from 1, and templates are the same for all.
  'versions/{version}': null,
  'templates/{name}': null,
} as const

/** Kinds that stand in bodies alone. */
const inBodies = ['merge', 'otherPerson'] as const

export type Kind = Exclude<(typeof inPath)[keyof typeof inPath], null> | (typeof inBodies)[number]
export type Ids = Readonly<Record<Kind, string>>
type Pick = (kind: Kind) => string

/**
 * The body of every call that needs one. `pick` gives an id of a kind; a body without it holds none of a workspace.
 * Null: it is not sent at all, or what it does has nothing to do with ids.
 */
export const bodies: Record<string, ((pick: Pick) => object) | null> = {
  'patch /api/v1/webinars/{id}': () => ({ kind: 'demo' }),
  'put /api/v1/webinars/{id}/replay': () => ({ kind: 'file', address: 'https://media.example/a.mp4' }),
  'post /api/v1/webinars/{id}/ties': (pick) => ({ connection: pick('connection'), person: pick('person') }),
  'post /api/v1/people/{id}/merge': (pick) => ({ into: pick('otherPerson') }),
  'post /api/v1/people/{id}/unmerge': (pick) => ({ merge: Number(pick('merge')) }),
  'put /api/v1/sources/{id}/secret': () => ({ secret: 'another' }),
  'put /api/v1/sources/{id}/api': () => ({ account: 'a', client: 'c', secret: 's' }),
  'post /api/v1/sources/{id}/backfill': () => ({ months: 1 }),
  'patch /api/v1/members/{id}': () => ({ role: 'sales' }),
  'patch /api/v1/segments/{id}': () => ({ name: 'Another' }),
  'post /api/v1/schedules': (pick) => ({
    ...{ name: 'Another', when: { every: 'day', at: '08:00' } },
    ...{ segment: pick('segment'), channel: pick('channel') },
  }),
  'patch /api/v1/schedules/{id}': (pick) => ({ segment: pick('segment'), channel: pick('channel') }),
  'put /api/v1/alert-rules/{id}': (pick) => ({ name: 'Another', on: 'joins_live', channels: [pick('channel')] }),
  'patch /api/v1/channels/{id}': () => ({ name: 'Another' }),
  'post /api/v1/segments': null,
  'post /api/v1/alert-rules': null,
  'put /api/v1/alert-routing': null,
  'post /api/v1/channels': null,
  'post /api/v1/activities': null,
  'post /api/v1/imports': null,
  'post /api/v1/model/publish': null,
  'post /api/v1/model/rollback': null,
  'put /api/v1/model/draft': null,
  'post /api/v1/model/draft/sign': null,
  'post /api/v1/model/preview': null,
  'post /api/v1/model/backtest': null,
  'post /api/v1/model/suggest': null,
  'post /api/v1/model/lint': null,
  'post /api/v1/model/test': null,
  'post /api/v1/sources': null,
  'post /api/v1/quarantine/replay': null,
  'post /api/v1/api-keys': null,
  'post /api/v1/members': null,
}

/** Rights that B gave out: a link to a replay, an address for webhooks and a link to a file. Each stands in a path, and names its workspace. */
export interface Rights {
  link: string
  hook: string
  file: string
}

const sitting = { sitting: 'one', intervals: [[0, 4]] }

/** Calls without key and session, made with such a right of B that says it is one of A. Null: nothing of a workspace. */
export const outside: Record<string, ((rights: Rights) => { path: string; body?: object }) | null> = {
  'get /watch/{token}': ({ link }) => ({ path: link }),
  'post /watch/{token}/progress': ({ link }) => ({ path: `${link}/progress`, body: sitting }),
  'get /exports/{token}': ({ file }) => ({ path: file }),
  'post /exports/{token}': ({ file }) => ({ path: file, body: {} }),
  'post /hooks/zoom/{key}': ({ hook }) => ({ path: hook, body: {} }),
  'get /schemas/activities/{type}.json': null,
}

/** Query parameters by which somebody may look for what another workspace has, and what is looked for. */
export const queries: Record<string, (marker: string) => string> = {
  q: (marker) => marker.slice(0, -2),
  email: (marker) => `person1@${marker}1.example`,
}
