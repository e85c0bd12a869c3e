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

/** Where Zoom is asked: the addresses before `/v2` and `/oauth/token`. */
export interface ZoomAddresses {
  api: string
  oauth: string
}

/**
 * The same by RIPEN_ZOOM_API and RIPEN_ZOOM_OAUTH, which name the whole addresses: Zoom for Government has others, and a
 * proxy may stand in between. Refused where they cannot be understood.
 */
export function readZoomAddresses(env: Record<string, string | undefined>): ZoomAddresses {
  return {
    api: addressBefore('/v2', 'RIPEN_ZOOM_API', env.RIPEN_ZOOM_API, 'https://api.zoom.us/v2'),
    oauth: addressBefore('/oauth/token', 'RIPEN_ZOOM_OAUTH', env.RIPEN_ZOOM_OAUTH, 'https://zoom.us/oauth/token'),
  }
}

function addressBefore(end: string, name: string, given: string | undefined, usual: string): string {
  const text = given?.trim() || usual
  const url = URL.canParse(text) ? new URL(text) : null
  const path = url?.pathname.replace(/\/$/, '') ?? ''
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || !path.endsWith(end))
    throw new Refused('invalid', `${name} is "${text}": give the whole address, such as ${usual}.`)
  return url.origin + path.slice(0, -end.length)
}
