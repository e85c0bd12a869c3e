/** Zoom does not answer a request: `code` is its own, and means more than the status. */
export class ZoomRefusal extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function missingScope(scope: string): ZoomRefusal {
  return new ZoomRefusal(
    400,
    4711,
    `Invalid access token, does not contain scopes:["${scope}:admin", "${scope}:master"].`,
  )
}

/** The body of a refusal. Zoom forgets to escape the quotes of a message: where it has some, this is no JSON. */
export function bodyOf({ code, message }: ZoomRefusal): string {
  return `{"code":${code},"message":"${message}"}`
}
