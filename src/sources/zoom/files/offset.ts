const minute = 60_000
const hours = Array.from({ length: 27 }, (_, i) => (i - 12) * 60)
/** Minutes before and after UTC that some clock of the world shows, beside the whole hours. */
const others = [-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825]

/** All ms by which a clock somewhere is ahead of UTC. */
export const offsets: readonly number[] = [...hours, ...others].sort((a, b) => a - b).map((each) => each * minute)

/** `UTC+5:30`, `UTC-4`, `UTC+0`. */
export function offsetText(ms: number): string {
  const size = Math.abs(Math.round(ms / minute))
  const [hour, rest] = [Math.floor(size / 60), size % 60]
  return `UTC${ms < 0 ? '-' : '+'}${hour}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}
