import type { Words } from '../../../domain/words.ts'
import { addressOf } from '../../text.ts'
import { callFor, type Days, hostsIn, type ListOfRooms, numbersIn, roomsIn } from './room-lists.ts'
import { type Cursor, type ProblemKind, type Room, ZoomProblem } from './step.ts'
import type { ApiCall, ZoomApi } from './zoom-api.ts'

/**
 * The webinars that are looked for: those of `hosts` (ids or addresses; none: of all who may hold some) that began in
 * this stretch, ms UTC. `known`: numbers whose rooms are asked for in any case.
 */
export interface Stretch {
  hosts: readonly string[]
  from: number
  to: number
  known?: readonly string[]
}

/** Where the search goes on. JSON; `{}` begins it. */
export interface SearchCursor extends Cursor {
  /** What is gone through now: the users, the account's dashboard, the lists of the first of the hosts, known numbers. */
  stage?: 'users' | 'dashboard' | 'hosts' | 'known'
  hosts?: string[]
  list?: ListOfRooms
  /** Numbers whose rooms are still to be asked for. */
  ids?: string[]
  /** Lists that the app or the account may not see. */
  without?: string[]
  /** Whether Zoom has answered for any host so far. */
  answered?: boolean
}

/**
 * Rooms, the same one in more than one page and with more or less known of it: its `uuid` tells. `lacks`: why some may
 * be missing.
 */
export interface FoundRooms {
  rooms: Room[]
  next: SearchCursor | null
  lacks?: Words[]
}

const day = 86_400_000
/** Zoom answers for a month at most. */
const stretchDays = 30

/**
 * Looks for rooms that ran, a page at a time, each of which may be asked for again. Business accounts list them in one
 * place; else every host's webinars that Zoom still lists, its report of half a year, and its recordings are gone
 * through. Throws `ZoomProblem`: `plan` where no host at all may hold webinars, `scope` where users cannot be listed.
 */
export async function findRooms(api: ZoomApi, stretch: Stretch, cursor: SearchCursor): Promise<FoundRooms> {
  switch (cursor.stage) {
    case undefined:
    case 'dashboard':
      return dashboardPage(api, stretch, cursor)
    case 'users':
      return usersPage(api, cursor)
    case 'hosts':
      return hostPage(api, stretch, cursor)
    case 'known':
      return knownPage(api, stretch, cursor)
  }
}

/** The rooms that ran under a webinar's number, as far as Zoom still knows it. */
export async function roomsOf(api: ZoomApi, platformId: string): Promise<Room[]> {
  const { body } = await asked(api, callFor('instances', platformId, { from: '', to: '' }))
  return body === null ? [] : roomsIn(body, 'instances', platformId).rooms.map(({ room }) => room)
}

async function dashboardPage(api: ZoomApi, stretch: Stretch, cursor: SearchCursor): Promise<FoundRooms> {
  const { hosts } = stretch
  const addresses = new Set(hosts.map((host) => addressOf(host) ?? ''))
  // Its rows name the host by the address alone.
  if (addresses.has('')) return beginHosts(api, stretch)
  const { at = 0, token } = cursor
  const { body, problem } = await asked(api, callFor('dashboard', '', daysOf(stretch, at), token))
  if (problem && problem.kind !== 'too_old') return beginHosts(api, stretch)
  const { rooms, token: further } = body === null ? { rooms: [], token: null } : roomsIn(body, 'dashboard')
  const own = rooms.filter(({ email = '' }) => addresses.size === 0 || addresses.has(email))
  const isOver = problem !== undefined || isLast(stretch, at)
  const next = further ? { at, token: further } : isOver ? null : { at: at + 1 }
  return found(stretch, own, next ? { stage: 'dashboard', ...next } : beginKnown(stretch))
}

function beginHosts(api: ZoomApi, stretch: Stretch): Promise<FoundRooms> {
  return stretch.hosts.length === 0 ? usersPage(api, {}) : hostPage(api, stretch, { hosts: [...stretch.hosts] })
}

async function usersPage(api: ZoomApi, { token, hosts = [] }: SearchCursor): Promise<FoundRooms> {
  const query = { status: 'active', page_size: '300', ...(token && { next_page_token: token }) }
  const body = await api.get({ path: '/users', query, rate: 'medium', scope: 'user:read:list_users' })
  const listed = hostsIn(body)
  const all = [...hosts, ...listed.hosts]
  return {
    rooms: [],
    next: listed.token ? { stage: 'users', hosts: all, token: listed.token } : { stage: 'hosts', hosts: all },
  }
}

/** One page of one list of one host. */
async function hostPage(api: ZoomApi, stretch: Stretch, cursor: SearchCursor): Promise<FoundRooms> {
  const { hosts = [], list = 'webinars', at = 0, ids = [], without = [], token } = cursor
  const [host] = hosts
  if (host === undefined) return { rooms: [], next: beginKnown(stretch) }
  const of = list === 'instances' ? ids[0]! : host
  const { body, problem } = await asked(api, callFor(list, of, daysOf(stretch, at), token))
  const lacking = problem !== undefined && notAllowed.includes(problem.kind)
  const standing: SearchCursor = {
    ...{ stage: 'hosts', hosts, ids, answered: cursor.answered || (list === 'webinars' && !problem) },
    without: lacking && isOfAll(problem, list) ? [...without, list] : without,
  }
  const lacks = lacking && (isOfAll(problem, list) || stretch.hosts.length > 0) ? [problem.words] : []
  if (list === 'webinars') {
    const { ids: more, token: further } = body === null ? { ids: [], token: null } : numbersIn(body, stretch.to)
    const all = { ...standing, ids: [...ids, ...more] }
    return { rooms: [], next: further ? { ...all, list, token: further } : behind(stretch, all, list, problem), lacks }
  }
  const { rooms, token: further } =
    body === null ? { rooms: [], token: null } : roomsIn(body, list, list === 'instances' ? of : undefined)
  if (list === 'instances') {
    const rest = { ...standing, ids: lacking ? [] : ids.slice(1) }
    return found(stretch, rooms, rest.ids.length > 0 ? { ...rest, list } : behind(stretch, rest, list, problem), lacks)
  }
  if (further) return found(stretch, rooms, { ...standing, list, at, token: further })
  const goesOn = !problem && !isLast(stretch, at)
  return found(
    stretch,
    rooms,
    goesOn ? { ...standing, list, at: at + 1 } : behind(stretch, standing, list, problem),
    lacks,
  )
}

const order: ListOfRooms[] = ['webinars', 'instances', 'report', 'recordings']
const notAllowed: ProblemKind[] = ['scope', 'plan', 'no_host']

/** Whether a list may be seen of nobody; that somebody has no webinars may be his own lot. */
function isOfAll({ kind }: ZoomProblem, list: ListOfRooms): boolean {
  return kind === 'scope' || (kind === 'plan' && list !== 'webinars')
}

/** What comes after a list of a host: the next one that may be seen and has something, else the next host. */
function behind(
  stretch: Stretch,
  standing: SearchCursor,
  list: ListOfRooms,
  problem?: ZoomProblem,
): SearchCursor | null {
  const { hosts = [], ids = [], without = [] } = standing
  // Who may not hold webinars has none anywhere.
  const hasNone = problem?.kind === 'no_host' || (problem?.kind === 'plan' && list === 'webinars')
  const rest = hasNone ? [] : order.slice(order.indexOf(list) + 1)
  const next = rest.find((each) => !without.includes(each) && (each !== 'instances' || ids.length > 0))
  if (next) return { ...standing, list: next }
  if (hosts.length > 1) return { ...standing, hosts: hosts.slice(1), ids: [] }
  if (hasNone && problem?.kind === 'plan' && !standing.answered) throw problem
  return beginKnown(stretch)
}

function beginKnown({ known = [] }: Stretch): SearchCursor | null {
  return known.length > 0 ? { stage: 'known', ids: [...known] } : null
}

async function knownPage(api: ZoomApi, stretch: Stretch, { ids = [] }: SearchCursor): Promise<FoundRooms> {
  const [id, ...rest] = ids
  if (id === undefined) return { rooms: [], next: null }
  const { body, problem } = await asked(api, callFor('instances', id, daysOf(stretch, 0)))
  const { rooms } = body === null ? { rooms: [] } : roomsIn(body, 'instances', id)
  const lacks = problem?.kind === 'scope'
  const next: SearchCursor | null = rest.length > 0 && !lacks ? { stage: 'known', ids: rest } : null
  return found(stretch, rooms, next, lacks ? [problem.words] : [])
}

/** A list that is not there, or that may not be seen, is an empty one; anything else is thrown. */
async function asked(api: ZoomApi, call: ApiCall): Promise<{ body: unknown; problem?: ZoomProblem }> {
  try {
    return { body: await api.get(call) }
  } catch (error) {
    const passing: ProblemKind[] = ['revoked', 'limited', 'unavailable', 'page_expired']
    if (!(error instanceof ZoomProblem) || passing.includes(error.kind)) throw error
    return { body: null, problem: error }
  }
}

function found(
  { from, to }: Stretch,
  rooms: { room: Room }[],
  next: SearchCursor | null,
  lacks: Words[] = [],
): FoundRooms {
  const held = rooms.map(({ room }) => room).filter(({ startedAt = from }) => startedAt >= from && startedAt <= to)
  return { rooms: held, next, lacks }
}

/** A month and the months before it, back from the end: so as much as can be had is had where the first are too old. */
function daysOf({ from, to }: Stretch, at: number): Days {
  const last = to - at * stretchDays * day
  return { from: dayText(Math.max(last - (stretchDays - 1) * day, from)), to: dayText(last) }
}

function isLast({ from, to }: Stretch, at: number): boolean {
  return dayText(to - (at + 1) * stretchDays * day) < dayText(from)
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
