/** How far a source has come: it waits for its platform, its secret does not fit, its address was validated, it delivers. */
export const sourceStates = ['no_secret', 'wrong_secret', 'waiting', 'validated', 'delivering'] as const

export type SourceState = (typeof sourceStates)[number]

/** Moments in ms UTC. `refusedAt`: when a delivery was last refused for its signature, under the secrets of today. */
export function sourceState(source: {
  hasSecret: boolean
  validatedAt: number | null
  lastDeliveryAt: number | null
  refusedAt: number | null
}): SourceState {
  const { hasSecret, validatedAt, lastDeliveryAt, refusedAt } = source
  if (!hasSecret) return 'no_secret'
  if ((refusedAt ?? 0) > Math.max(validatedAt ?? 0, lastDeliveryAt ?? 0)) return 'wrong_secret'
  if (lastDeliveryAt !== null) return 'delivering'
  return validatedAt === null ? 'waiting' : 'validated'
}
