/** A figure with the bounds between which the true one lies with 95 % confidence; null: the past tells nothing of it. */
export interface Estimate {
  readonly value: number
  readonly from: number
  readonly to: number
}

/** The 97.5 % point of the standard normal distribution: both sides of 95 %. */
export const Z = 1.959963984540054

/**
 * A share with Wilson's score interval (E. B. Wilson, JASA 1927;22:209-212; without continuity correction, as "method 3"
 * of R. G. Newcombe, Stat Med 1998;17:857-872). `hits` need not be whole. Null of nobody.
 */
export function shareOf(hits: number, all: number): Estimate | null {
  if (all === 0) return null
  const value = hits / all
  const middle = hits + (Z * Z) / 2
  const half = Z * Math.sqrt((hits * (all - hits)) / all + (Z * Z) / 4)
  const scale = all + Z * Z
  return { value, from: Math.max(0, (middle - half) / scale), to: Math.min(1, (middle + half) / scale) }
}

/**
 * The difference of two independent shares, first less second, with Newcombe's interval from the two Wilson intervals
 * (R. G. Newcombe, Stat Med 1998;17:873-890, "method 10"). Null where one of them is of nobody.
 */
export function differenceOf(hits: number, all: number, otherHits: number, otherAll: number): Estimate | null {
  const [a, b] = [shareOf(hits, all), shareOf(otherHits, otherAll)]
  if (!a || !b) return null
  const value = a.value - b.value
  return {
    value,
    from: value - Math.hypot(a.value - a.from, b.to - b.value),
    to: value + Math.hypot(a.to - a.value, b.value - b.from),
  }
}
