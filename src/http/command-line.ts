import { createHmac, timingSafeEqual } from 'node:crypto'

/** Stands in each answer to a command line whose key was right. */
export const commandLineHeader = 'ripen-command-line'

/** What the command line shows a Ripen on another machine: only who has its secret can know it. */
export function commandLineKey(secret: Uint8Array): string {
  return createHmac('sha256', secret).update('ripen: command line').digest('base64url')
}

/** Whether a request comes from the command line of somebody who has the secret. */
export function isCommandLine(request: Request, secret: Uint8Array): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${commandLineKey(secret)}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
