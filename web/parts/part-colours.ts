/** What one rule brought somebody in a webinar. */
export interface Part {
  readonly rule: string
  readonly points: number
}

/** The colour of each rule that has one of its own, by its place among them. */
export type PartColours = ReadonlyMap<string, number>

/** So many rules have a colour of their own; all others share the one after those. */
export const OWN_COLOURS = 4

/** The rules that bring a table's people the most points, each with a colour, which it keeps as far as it is `known`. */
export function partColours(people: readonly (readonly Part[])[], known: PartColours = new Map()): PartColours {
  const sums = new Map<string, number>()
  for (const { rule, points } of people.flat()) if (points > 0) sums.set(rule, (sums.get(rule) ?? 0) + points)
  const rules = [...sums.keys()].toSorted((a, b) => sums.get(b)! - sums.get(a)! || (a < b ? -1 : 1))
  const all = [...known.keys(), ...rules.filter((rule) => !known.has(rule))]
  return new Map(all.slice(0, OWN_COLOURS).map((rule, place) => [rule, place]))
}

/** What the bars of a table have in common: the points of the longest one, and the colours of the rules. */
export interface Bars {
  most: number
  colours: PartColours
}

/** Those of some people; the same object as `before` where nothing is other, so that no row is drawn anew for it. */
export function barsOf(people: readonly (readonly Part[])[], before?: Bars): Bars {
  const sums = people.map((parts) => parts.reduce((sum, { points }) => sum + Math.max(0, points), 0))
  const most = Math.max(0, ...sums)
  const colours = partColours(people, before?.colours)
  return before?.most === most && before.colours.size === colours.size ? before : { most, colours }
}
