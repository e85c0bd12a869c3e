import type { RateClass, ZoomAccess } from '../../src/sources/zoom/api/zoom-api.ts'
import { Answers } from './answers.ts'
import { type Endpoint, endpointOf, endpoints } from './endpoints.ts'
import { type Fault, type FaultKind, Faults, proxyPage } from './faults.ts'
import { Limits, type ZoomPlan } from './limits.ts'
import { listening } from './listening.ts'
import { Pages } from './pages.ts'
import { bodyOf, missingScope, ZoomRefusal } from './refusal.ts'
import type { Story } from './story.ts'
import { Tokens } from './tokens.ts'

export interface FakeZoomOptions {
  story: Story
  now: () => number
  plan?: ZoomPlan
  /** Whether the account has a webinar plan. */
  webinarPlan?: boolean
  /** Granular scopes without `:admin`; all that there are if left out. */
  scopes?: string[]
  /** An account under HIPAA: no names and addresses in reports. */
  blank?: boolean
  /** Called when a request hangs, so that a clock of a test can go on. */
  onHang?: () => void
}

/** What was asked of the fake: how often by endpoint and class, and what it answered. */
export interface Counted {
  total: number
  tokens: number
  byPath: Record<string, number>
  byRate: Record<RateClass, number>
  byStatus: Record<number, number>
  tooFast: number
}

const dashboardPlans: ZoomPlan[] = ['business']

/**
 * A Zoom that is stricter than Zoom: it holds what a story tells and enforces tokens and their hour, scopes, plans,
 * twice encoded uuids, page sizes and the life of page tokens, limits by second and day, the lag of reports, what is no
 * longer kept, and any fault that is put into it. A parameter that it does not know is a mistake of the caller.
 */
export class FakeZoom {
  readonly access: ZoomAccess = { account: 'aCcOuNt', client: 'cLiEnT', secret: 's3cret/+=' }
  readonly counted: Counted = {
    total: 0,
    tokens: 0,
    byPath: {},
    byRate: { light: 0, medium: 0, heavy: 0, intensive: 0 },
    byStatus: {},
    tooFast: 0,
  }
  readonly limits: Limits
  readonly #options: FakeZoomOptions
  readonly #tokens: Tokens
  readonly #pages = new Pages()
  readonly #faults = new Faults()
  readonly #answers: Answers
  #scopes: Set<string>

  constructor(options: FakeZoomOptions) {
    this.#options = options
    this.#tokens = new Tokens(this.access)
    this.limits = new Limits(options.plan ?? 'pro')
    this.#answers = new Answers(options.story, options.blank ?? false)
    this.#scopes = new Set(options.scopes ?? endpoints.map(({ scope }) => scope))
  }

  /** The app is deactivated: no tokens any more, and those that are out are worth nothing. */
  revoke(): void {
    this.#tokens.revoke()
  }

  /** The producer mends it. */
  restore(): void {
    this.#tokens.restore()
  }

  takeScope(scope: string): void {
    this.#scopes.delete(scope)
  }

  giveScope(scope: string): void {
    this.#scopes.add(scope)
  }

  fail(fault: Fault): void {
    this.#faults.add(fault)
  }

  recover(): void {
    this.#faults.clear()
  }

  /** Answers a request to `https://zoom.us/oauth/token` or `https://api.zoom.us/v2/…`, whatever the host's name. */
  fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    this.counted.total++
    const fault = this.#faults.of(pathname)
    const response = fault === 'hang' || fault === 'reset' ? null : await this.#answer(request)
    if (fault) return this.#broken(fault, response, request)
    const { status } = response!
    this.counted.byStatus[status] = (this.counted.byStatus[status] ?? 0) + 1
    return response!
  }

  /** Serves the same over HTTP, for real processes. */
  listen(): Promise<{ url: string; close: () => Promise<void> }> {
    return listening(this.fetch)
  }

  async #answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const now = this.#options.now()
    if (url.pathname === '/oauth/token') {
      this.counted.tokens++
      return this.#tokens.give(
        request,
        [...this.#scopes].map((scope) => `${scope}:admin`),
        now,
      )
    }
    try {
      return this.#ask(request, url, now)
    } catch (error) {
      if (!(error instanceof ZoomRefusal)) throw error
      return new Response(bodyOf(error), { status: error.status, headers: { 'content-type': 'application/json' } })
    }
  }

  #ask(request: Request, url: URL, now: number): Response {
    const found = url.pathname.startsWith('/v2/') ? endpointOf(url.pathname.slice(3)) : null
    if (!found || request.method !== 'GET') throw new ZoomRefusal(404, 2300, 'This API endpoint is not recognized.')
    const { endpoint, id } = found
    this.counted.byPath[endpoint.path] = (this.counted.byPath[endpoint.path] ?? 0) + 1
    this.counted.byRate[endpoint.rate]++
    const refusal = this.limits.refusal(endpoint.rate, now)
    if (refusal) return this.#limited(refusal)
    this.#tokens.check(request.headers.get('authorization'), now)
    if (!this.#scopes.has(endpoint.scope)) throw missingScope(endpoint.scope)
    this.#checkPlan(endpoint)
    checkQuery(endpoint, url.searchParams)
    const body = () => this.#answers.byPath[endpoint.path]!({ id, query: url.searchParams, now })
    return Response.json(this.#paged(endpoint, body, url, now), { headers: this.limits.headersOf(endpoint.rate) })
  }

  #paged({ list }: Endpoint, body: () => object, { pathname, searchParams }: URL, now: number): object {
    if (!list) return body()
    const [name, most] = list
    const all = body as () => readonly object[]
    if (most === 0) return { [name]: all(), total_records: all().length }
    const { rows, ...page } = this.#pages.cut(all, pathname, searchParams, most, now)
    return { ...page, [name]: rows }
  }

  #limited({ type, headers }: NonNullable<ReturnType<Limits['refusal']>>): Response {
    if (type === 'QPS') this.counted.tooFast++
    const message =
      type === 'QPS'
        ? 'You have reached the maximum per-second rate limit for this API. Try again later.'
        : 'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.'
    return Response.json({ code: 429, message }, { status: 429, headers })
  }

  #checkPlan({ path }: Endpoint): void {
    const { plan = 'pro', webinarPlan = true } = this.#options
    if (plan === 'free' && path.startsWith('/report/'))
      throw new ZoomRefusal(400, 200, 'Only available for Paid account.')
    if (path.startsWith('/metrics/') && !dashboardPlans.includes(plan))
      throw new ZoomRefusal(400, 200, 'Only available for paid Business or higher accounts.')
    if (webinarPlan || !/webinars/.test(path) || path.startsWith('/metrics/')) return
    // Zoom's own page lists this one under status 200.
    const status = /registrants|absentees/.test(path) ? 200 : 400
    throw new ZoomRefusal(status, 200, 'Webinar plan is missing. You must subscribe to the webinar plan.')
  }

  async #broken(kind: FaultKind, response: Response | null, { signal }: Request): Promise<Response> {
    if (kind === 'error') return Response.json({ code: 500, message: 'Internal error' }, { status: 500 })
    if (kind === 'html') return new Response(proxyPage, { status: 502, headers: { 'content-type': 'text/html' } })
    if (kind === 'reset') throw new TypeError('fetch failed')
    if (kind === 'half') return new Response(halfOf(await response!.text()), { status: response!.status })
    this.#options.onHang?.()
    return new Promise((_, reject) => {
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  }
}

export function fakeZoom(options: FakeZoomOptions): FakeZoom {
  return new FakeZoom(options)
}

function checkQuery({ list, query = [] }: Endpoint, given: URLSearchParams): void {
  const known = [...query, ...(list?.[1] ? ['page_size', 'next_page_token'] : [])]
  const unknown = [...given.keys()].find((name) => !known.includes(name))
  if (unknown) throw new ZoomRefusal(400, 300, `Validation Failed. ${unknown} is no parameter of this endpoint.`)
}

function halfOf(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)))
    },
    pull(controller) {
      controller.error(new TypeError('terminated'))
    },
  })
}
