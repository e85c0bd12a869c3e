import { Refused } from '../domain/refusal.ts'
import type { Outside } from './place.ts'

const yes: Record<string, boolean> = { '': false, '0': false, false: false, '1': true, true: true }

/** How Ripen is reached from outside, by RIPEN_URL and RIPEN_TRUST_PROXY; Refused where they cannot be understood. */
export function readOutside(env: Record<string, string | undefined>): Outside {
  const trustProxy = yes[(env.RIPEN_TRUST_PROXY ?? '').trim().toLowerCase()]
  if (trustProxy === undefined)
    throw new Refused('invalid', `RIPEN_TRUST_PROXY is "${env.RIPEN_TRUST_PROXY}": give 1 or 0.`)
  return { url: env.RIPEN_URL?.trim() ? originOf(env.RIPEN_URL.trim()) : null, trustProxy }
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new Refused('invalid', `RIPEN_URL is "${text}": give the public address, such as https://ripen.example.`)
  return url.origin
}
