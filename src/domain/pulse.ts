/**
 * How a source has spoken lately. `usualGap`: ms between two deliveries, the later ones weighing more. `lateRun`: so many
 * deliveries on end came over ten minutes after what they tell of, the first of them at `lateSince`, the last by `delay`.
 */
export interface Pulse {
  lastAt: number | null
  usualGap: number | null
  lateRun: number
  lateSince: number | null
  delay: number | null
}

export const muchLateMs = 10 * 60_000
/** A pause between webinars says nothing of how often a source speaks during one. */
const longestGap = 30 * 60_000
const weight = 1 / 16

export function noPulse(): Pulse {
  return { lastAt: null, usualGap: null, lateRun: 0, lateSince: null, delay: null }
}

/** One more delivery, so late (ms; null: nobody knows). */
export function beat(pulse: Pulse, at: number, delay: number | null): void {
  if (pulse.lastAt !== null) {
    const gap = Math.min(Math.max(0, at - pulse.lastAt), longestGap)
    pulse.usualGap = pulse.usualGap === null ? gap : pulse.usualGap + (gap - pulse.usualGap) * weight
  }
  pulse.lastAt = Math.max(at, pulse.lastAt ?? at)
  if (delay === null) return
  pulse.delay = delay
  pulse.lateSince = delay > muchLateMs ? (pulse.lateSince ?? at) : null
  pulse.lateRun = delay > muchLateMs ? pulse.lateRun + 1 : 0
}
