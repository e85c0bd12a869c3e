/** How far a source has come: it waits for its platform, its secret is wrong, it was validated, it delivers. */
export type SourceState = 'no_secret' | 'wrong_secret' | 'waiting' | 'validated' | 'delivering'

export function stateOf(source: {
  hasSecret: boolean
  badSignatures: number
  validatedAt: string | null
  lastDeliveryAt: string | null
}): SourceState {
  if (!source.hasSecret) return 'no_secret'
  if (source.lastDeliveryAt) return 'delivering'
  if (source.validatedAt) return 'validated'
  return source.badSignatures > 0 ? 'wrong_secret' : 'waiting'
}

/** Whether a platform on the internet can reach an address. */
export function isReachable({ hostname, protocol }: Pick<URL, 'hostname' | 'protocol'>): boolean {
  const isPrivate = /^(localhost|.*\.local|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname)
  return protocol === 'https:' && !isPrivate
}
