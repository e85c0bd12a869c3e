import { NoAnswer, type WaysOut } from '../channels/ways-out.ts'
import type { CompiledModel } from '../domain/compile.ts'
import type { Statement } from '../domain/statement.ts'
import type { ZoomOutside } from '../sources/zoom/api/zoom-api.ts'
import type { Db } from '../store/db.ts'
import { type Migration, migrate } from '../store/migrate.ts'
import type { KeyRow } from '../store/person-keys.ts'
import type { SourceApiRow } from '../store/source-apis.ts'
import type { BadSignatures } from '../store/sources.ts'
import { makeUnscoredDue } from '../store/unscored.ts'
import type { Ahead } from './ahead.ts'
import type { Listener, NumberedChannel } from './alerts/events.ts'
import type { StandingRule } from './alerts/standing-rules.ts'
import { ToldLately } from './alerts/told-lately.ts'
import { alert } from './alerts/words.ts'
import { storeDue } from './changes.ts'
import type { ScoredTo } from './clock-back.ts'
import { groupCommit } from './commit.ts'
import { type Crypt, cryptOf } from './crypt.ts'
import type { Counted } from './everybody.ts'
import { Handful } from './handful.ts'
import type { Job } from './jobs.ts'
import type { KnownSource } from './known-source.ts'
import type { PlaceFill } from './place-fill.ts'
import type { CostlyApi } from './pulls/costly-api.ts'
import type { RankingReader } from './ranking-reader.ts'
import { Recent } from './recent.ts'
import { Revisions } from './revisions.ts'
import type { KnownSeries } from './series.ts'
import type { Touched } from './touched.ts'
import { noWatching, type Watching } from './watch-sources.ts'

/** What scoring reads of a workspace. */
export interface FactReader {
  readonly db: Db
  readonly now: () => number
  /** Compiled versions of the model, which never change. */
  readonly models: Map<number, CompiledModel>
  readonly remembered: Pick<Remembered, 'series' | 'seriesOfName' | 'webinarNumbers'>
}

/** One company: its database and what is remembered of it between calls. First argument of every verb. */
export interface Workspace extends FactReader {
  readonly id: string
  readonly crypt: Crypt
  readonly remembered: Remembered
  /** What the drain gathers between transactions. Forgotten when one of them is rolled back. */
  readonly held: { fill: PlaceFill | null }
  /**
   * Up to which delivery the drain reads before it scores, when it last read (`performance.now`), whether a run begins, and
   * whether each delivery is read by itself, for one of the next cannot be stored.
   */
  readonly turn: { readsTo: number; readAt: number; isNew: boolean; readsApart: boolean }
  /** How many are read, or scored, at once. */
  readonly handfuls: { deliveries: Handful; people: Handful }
  /** How often its webinars have changed, for those who remember them apart. */
  readonly changed: { series: number }
  /** What is scored ahead; null: nothing, as where there are no threads. */
  readonly ahead: Ahead | null
  /** Badly signed deliveries by source number, counted into the database by the drain. */
  readonly badSignatures: Map<number, BadSignatures>
  /** When a source's address was last validated, by source number; stored by the drain. */
  readonly validated: Map<number, number>
  /** How the sources speak. */
  readonly watching: Watching
  /** Rankings that are being downloaded. */
  readonly readers: Set<RankingReader>
  /** Which webinars have changed, for those who watch them. */
  readonly revisions: Revisions
  /** What changes while somebody looks at everybody. */
  readonly touched: Set<Touched>
  /** How often anybody was scored, and everybody as last counted up. */
  readonly counted: Counted
  /** Work over everybody, under way or done lately, by its id. */
  readonly jobs: Map<string, Job>
  /** The way out to the platforms. */
  readonly outside: ZoomOutside
  /** The ways out to those who are told of alerts. */
  readonly waysOut: WaysOut
  /** Under which address people reach Ripen, without a slash at its end; null: nobody said. */
  readonly address: () => string | null
  readonly pulling: Pulling
  readonly sending: Sending
  /** Tells whoever runs this of a fault that was got over. */
  readonly report: (event: string, error: unknown) => void
  /** Tells of something that is no fault of ours, in our own words. */
  readonly notice: (event: string, code: string) => void
  /** Runs `job` in a transaction that it shares with others of its turn; settles after the commit. */
  commit<T>(job: () => T): Promise<T>
  /** Runs `job` at once in a transaction of its own. */
  transaction<T>(job: () => T): T
  /** The same for cards and whatever else follows from facts: its commit does not wait for the disk. */
  relaxed<T>(job: () => T): T
  /** That, shared with others of its turn. */
  relaxedCommit<T>(job: () => T): Promise<T>
}

/** What the database holds and is asked for all the time. Forgotten whenever a transaction is rolled back. */
export interface Remembered {
  names: Map<string, number>
  keys: Recent<string, KeyRow>
  lastKey: number | null
  /** Statements that only mention a webinar and of which the database holds every word: the last one by its name. */
  mentions: Recent<string, Statement>
  /** By key the webinar name that it is stored as mentioned with: the last one of them. */
  mentioned: Recent<number, number>
  series: Map<string, KnownSeries>
  seriesOfName: Map<number, KnownSeries>
  webinarNumbers: Map<string, number>
  sources: Map<string, KnownSource>
  /** By version of the model, people whom the open scopes of webinars need not score: they were, since these opened. */
  passedOver: Map<number, Set<number>>
  /** People who are due and not yet stored as such. */
  due: Set<number>
  liveModels: number[] | null
  current: number | null
  deliveriesCountedAt: number
  scoredTo: ScoredTo | null
  /** Up to which number deliveries have been read. */
  readTo: number | null
  /** Who has sent activities lately, as of a day. */
  systems: { day: number; names: Set<string> } | null
  calendar: { timezone: string; createdAt: number } | null
  sourceApis: readonly SourceApiRow[] | null
  /** When anything is to be fetched next (`at` null: never); undefined where that has to be looked up. */
  pullAt: { at: number | null } | undefined
  /** Alert rules that are on. */
  alertRules: readonly StandingRule[] | null
  /** Channels that are told of events. */
  listeners: readonly Listener[] | null
  channels: readonly NumberedChannel[] | null
  /** When a schedule is due next (`at` null: never), by the calendar of a version of the model and the webinars of then. */
  scheduleAt: { model: number; series: number; at: number | null } | null
}

/**
 * What goes out just now: channels that are being talked to, until when (ms UTC) one is left in peace, what was told lately,
 * and how many alerts were raised since it was last looked what is due; whether schedules are being seen to.
 */
export interface Sending {
  readonly busy: Set<number>
  readonly restsUntil: Map<number, number>
  readonly told: ToldLately
  raised: number
  scheduling: boolean
}

/** What is fetched from platforms just now: by source its API, which keeps its pace, and those that are being asked. */
export interface Pulling {
  opened: Map<number, CostlyApi>
  busy: Set<number>
  /** Series of which is still to be planned what is fetched of them, since a source was connected. */
  unplanned: string[] | null
}

export interface WorkspaceOptions {
  id: string
  now: () => number
  /** 32 bytes under which the secrets of sources are kept. */
  secret: Uint8Array
  migrations: readonly Migration[]
  /** When a group commit may begin: after what is happening now. */
  soon?: (run: () => void) => void
  report?: (event: string, error: unknown) => void
  /** Without it nothing can be fetched. */
  outside?: ZoomOutside
  /** Without them nothing goes out. */
  waysOut?: WaysOut
  address?: () => string | null
  /** Without it the drain scores everybody by itself. */
  ahead?: Ahead
  notice?: (event: string, code: string) => void
}

/** Opens a workspace and brings its database up to date. Throws `Refused('conflict')` when the file is newer. */
export function openWorkspace(db: Db, options: WorkspaceOptions): Workspace {
  migrate(db, options.migrations, options.now())
  db.transaction(() => makeUnscoredDue(db))
  const remembered = nothing()
  const held: Workspace['held'] = { fill: null }
  let depth = 0
  function within<T>(begin: Db['transaction'], job: () => T): T {
    depth++
    try {
      storeDue(ws)
      return begin(() => {
        const result = job()
        storeDue(ws)
        return result
      })
    } catch (error) {
      Object.assign(remembered, nothing())
      if (depth === 1) held.fill = null
      throw error
    } finally {
      depth--
    }
  }
  const transaction = <T>(job: () => T) => within((run) => db.transaction(run), job)
  const relaxed = <T>(job: () => T) => within((run) => db.relaxed(run), job)
  const soon = options.soon ?? ((run) => void setTimeout(run, 0))
  const ws: Workspace = {
    id: options.id,
    db,
    now: options.now,
    crypt: cryptOf(options.secret),
    remembered,
    held,
    turn: { readsTo: 0, readAt: 0, isNew: true, readsApart: false },
    handfuls: { deliveries: new Handful(), people: new Handful() },
    report: options.report ?? (() => {}),
    outside: options.outside ?? nowhere,
    waysOut: options.waysOut ?? noWayOut,
    address: options.address ?? (() => null),
    pulling: { opened: new Map(), busy: new Set(), unplanned: null },
    sending: { busy: new Set(), restsUntil: new Map(), told: new ToldLately(), raised: 0, scheduling: false },
    notice: options.notice ?? (() => {}),
    models: new Map(),
    changed: { series: 0 },
    ahead: options.ahead ?? null,
    badSignatures: new Map(),
    validated: new Map(),
    watching: noWatching(),
    readers: new Set(),
    touched: new Set(),
    counted: { scored: 0, last: null },
    jobs: new Map(),
    revisions: new Revisions(options.now),
    commit: groupCommit(transaction, soon),
    transaction,
    relaxed,
    relaxedCommit: groupCommit(relaxed, soon),
  }
  return ws
}

function nothing(): Remembered {
  return {
    names: new Map(),
    keys: new Recent(),
    lastKey: null,
    mentioned: new Recent(),
    mentions: new Recent(),
    series: new Map(),
    seriesOfName: new Map(),
    webinarNumbers: new Map(),
    sources: new Map(),
    passedOver: new Map(),
    due: new Set(),
    liveModels: null,
    current: null,
    deliveriesCountedAt: -Infinity,
    scoredTo: null,
    readTo: null,
    systems: null,
    calendar: null,
    sourceApis: null,
    pullAt: undefined,
    alertRules: null,
    listeners: null,
    channels: null,
    scheduleAt: null,
  }
}

const nowhere: ZoomOutside = {
  fetch: () => Promise.reject(new Error('This workspace has no way out')),
  oauth: '',
  api: '',
  now: Date.now,
  wait: () => Promise.resolve(),
  deadline: () => new AbortController().signal,
}

const noWayOut: WaysOut = {
  post: () => Promise.reject(new NoAnswer(alert('noWayOut'), false)),
  mail: null,
  check: () => Promise.resolve(null),
}
