/** An alert as far as somebody waits because of it; moments in ms UTC. `takenAt`: null while nobody has taken it. */
export interface WaitedFor {
  readonly alert: number
  readonly person: number
  readonly raisedAt: number
  readonly takenAt: number | null
}

/**
 * How long people waited until somebody touched them: a wait begins with an alert and ends when any of the person's that
 * came until then is taken. Who waits already does not begin anew with another alert. In the order in which they began,
 * each with its first alert; `alerts` in the order in which they were raised.
 */
export function waitsOf(alerts: readonly WaitedFor[]): WaitedFor[] {
  const waits: WaitedFor[] = []
  const lastOf = new Map<number, number>()
  for (const alert of alerts) {
    const at = lastOf.get(alert.person) ?? waits.length
    const last = waits[at]
    if (last && (last.takenAt ?? Infinity) > alert.raisedAt) waits[at] = { ...last, takenAt: first(last, alert) }
    else {
      lastOf.set(alert.person, waits.length)
      waits.push(alert)
    }
  }
  return waits
}

function first({ takenAt: one }: WaitedFor, { takenAt: other }: WaitedFor): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}
