interface Told {
  type: string
  at: string
  webinarId: string | null
  data: object
}

/**
 * Each report of a viewing tells all that was watched in its sitting so far, so of one sitting only the last is shown.
 * Everything else stays as it is, in its order.
 */
export function latestTold<Fact extends Told>(facts: readonly Fact[]): Fact[] {
  const last = new Map<string, Fact>()
  for (const fact of facts) {
    const sitting = sittingOf(fact)
    if (sitting !== null && fact.at >= (last.get(sitting)?.at ?? '')) last.set(sitting, fact)
  }
  return facts.filter((fact) => {
    const sitting = sittingOf(fact)
    return sitting === null || last.get(sitting) === fact
  })
}

function sittingOf({ type, webinarId, data }: Told): string | null {
  if (type !== 'replay.watched' && type !== 'video.watched') return null
  const { sessionId } = data as { sessionId?: string }
  return sessionId === undefined ? null : `${type} ${webinarId} ${sessionId}`
}
