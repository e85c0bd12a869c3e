import type { TargetKind } from '../channel.ts'

/** An address to show: of a web address only the host, for the rest of it is the key to the target. */
export function masked(kind: TargetKind, address: string): string {
  if (kind === 'mail') return address
  return URL.canParse(address) ? `${new URL(address).origin}/…` : '…'
}

/** What of a channel must never be seen, not even in an answer of the target: longest first. */
export function secretsOf(channel: {
  address: string
  secret: string | null
  previousSecret: string | null
}): string[] {
  const own = [channel.secret, channel.previousSecret].filter((secret) => secret !== null)
  const url = URL.canParse(channel.address) ? new URL(channel.address) : null
  const parts = url
    ? [url.href, url.pathname + url.search, ...url.pathname.split('/'), ...url.searchParams.values()]
    : []
  const hidden = [...parts, ...own, ...own.map((secret) => secret.replace(/^whsec_/, ''))]
  return hidden.filter((part) => part.length >= 8).sort((a, b) => b.length - a.length)
}
