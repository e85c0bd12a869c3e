/** How much a call costs by Zoom's account: each class has limits of its own. */
export type RateClass = 'light' | 'medium' | 'heavy' | 'intensive'

export interface ApiCall {
  /** Behind `/v2`, with `{}` filled in by `encoded`. */
  path: string
  query?: Readonly<Record<string, string>>
  rate: RateClass
}

/** Server-to-Server OAuth: what the app's page in Zoom's marketplace shows. */
export interface ZoomAccess {
  account: string
  client: string
  secret: string
}

/** What a host hands in. `oauth` and `api` are addresses without a slash at their end. */
export interface ZoomOutside {
  fetch: (request: Request) => Promise<Response>
  oauth: string
  api: string
  now: () => number
  wait: (ms: number) => Promise<void>
}

/** Zoom's API for one account. Every call throws `ZoomProblem` where Zoom does not give what was asked for. */
export interface ZoomApi {
  get(call: ApiCall): Promise<unknown>
  /** How many requests were made, tokens and repetitions too. */
  readonly requests: number
}
