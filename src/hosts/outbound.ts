import { wayOut } from '../channels/way-out-words.ts'
import { NoAnswer } from '../channels/ways-out.ts'
import { Refused } from '../domain/refusal.ts'

/** A place that whoever runs this Ripen allows although it is not public or not https. `port`: null: 443 and 80. */
interface Allowed {
  host: string
  port: number | null
}

/** Which addresses may be called at all, from what their text says alone. */
export interface Outbound {
  readonly allowed: readonly Allowed[]
  /** The host under which this Ripen is reached. */
  readonly own: string | null
}

/** Where a request goes. `isAllowed`: it may be private and plain http. */
export interface Place {
  url: URL
  /** Without the brackets of IPv6 and the dot at the end. */
  host: string
  port: number
  isAllowed: boolean
}

/** From RIPEN_OUTBOUND_ALLOW and RIPEN_URL; Refused where the first cannot be understood. */
export function readOutbound(env: Record<string, string | undefined>): Outbound {
  const texts = (env.RIPEN_OUTBOUND_ALLOW ?? '').split(',').map((text) => text.trim())
  const own = env.RIPEN_URL && URL.canParse(env.RIPEN_URL) ? hostOf(new URL(env.RIPEN_URL)) : null
  return { allowed: texts.filter((text) => text !== '').map(readAllowed), own }
}

function readAllowed(text: string): Allowed {
  const url = /^[^/?#@\s*]+$/.test(text) && URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : null
  const port = text.match(/:(\d+)$/)?.[1] ?? null
  if (!url?.hostname || (/:\d*$/.test(text) && port === null))
    throw new Refused(
      'invalid',
      `RIPEN_OUTBOUND_ALLOW has "${text}": give hosts with or without a port and commas between, such as mattermost.internal,10.0.0.5:8065.`,
    )
  return { host: hostOf(url), port: port === null ? null : Number(port) }
}

/** Throws `NoAnswer` for an address that may not be called, whatever its name leads to. */
export function placeOf(text: string, { allowed, own }: Outbound): Place {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) throw never(wayOut('noAddress'))
  const host = hostOf(url)
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443)
  if (url.username || url.password) throw never(wayOut('userinfo', { host }))
  const isAllowed = allowed.some((each) => {
    return each.host === host && (each.port === null ? port === 443 || port === 80 : each.port === port)
  })
  if (!isAllowed) {
    if (host === own) throw never(wayOut('own', { host }))
    if (url.protocol !== 'https:') throw never(wayOut('https', { protocol: 'http://' }))
    if (port !== 443) throw never(wayOut('port', { port }))
    if (/^localhost$|\.(?:localhost|local|internal|home\.arpa|onion)$/.test(host) || !/[.:]/.test(host))
      throw never(wayOut('privateName', { host }))
  }
  return { url, host, port, isAllowed }
}

export function isLiteral(host: string): boolean {
  return host.includes(':') || /^\d+(?:\.\d+){3}$/.test(host)
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

function never(words: NoAnswer['words']): NoAnswer {
  return new NoAnswer(words, true)
}
