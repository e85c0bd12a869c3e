/** How much a call costs by Zoom's account: each class has limits of its own. */
export type RateClass = 'light' | 'medium' | 'heavy' | 'intensive'

export interface ApiCall {
  /** Behind `/v2`, with ids filled in by `encoded`. */
  path: string
  query?: Readonly<Record<string, string>>
  rate: RateClass
  /** The granular scope that the app needs for it, without `:admin`: named where it is missing. */
  scope: string
}

/** Server-to-Server OAuth: what the app's page in Zoom's marketplace shows. */
export interface ZoomAccess {
  account: string
  client: string
  secret: string
}

/** What a host hands in. `oauth` (https://zoom.us) and `api` (https://api.zoom.us) have no slash at their end. */
export interface ZoomOutside {
  fetch: (request: Request) => Promise<Response>
  oauth: string
  api: string
  now: () => number
  wait: (ms: number) => Promise<void>
  /** A signal that aborts after so many ms: `AbortSignal.timeout`. */
  deadline: (ms: number) => AbortSignal
}

/**
 * Zoom's API for one account. Every call throws `ZoomProblem` where Zoom does not give what was asked for.
 * It keeps the token and the pace, so one should live as long as its source is fetched from.
 */
export interface ZoomApi {
  get(call: ApiCall): Promise<unknown>
  /** How many requests were made, tokens and repetitions too. */
  readonly requests: number
  readonly now: () => number
  /** What the app may, as the last token said it; null where it said nothing, or none was needed yet. */
  readonly scopes: readonly string[] | null
}

/** An id as a part of a path. Zoom's uuids have `/` and `+` in them and want it twice (zoom.md 3.2). */
export function encoded(uuid: string): string {
  return encodeURIComponent(encodeURIComponent(uuid))
}
