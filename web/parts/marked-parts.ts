/** A stretch of a text (UTF-16) and what it is about. */
export interface Mark {
  at: number
  length: number
  topic: string
}

export interface Part {
  text: string
  /** What it is about; none where it is not marked. */
  topics: string[]
}

/** A text in the parts that are marked and those between; what is marked twice is one part about both. */
export function partsOf(text: string, marks: readonly Mark[]): Part[] {
  const edges = new Set([0, text.length])
  for (const { at, length } of marks) for (const edge of [at, at + length]) if (edge < text.length) edges.add(edge)
  const places = [...edges].sort((a, b) => a - b)
  const parts: Part[] = []
  for (const [index, from] of places.slice(0, -1).entries()) {
    const to = places[index + 1]!
    const over = marks.filter(({ at, length }) => at <= from && to <= at + length)
    parts.push({ text: text.slice(from, to), topics: [...new Set(over.map(({ topic }) => topic))] })
  }
  return parts
}

/** As much of a text as is shown at first: `most` characters, or more so that no mark is cut. */
export function shownOf(text: string, marks: readonly Mark[], most: number): string {
  if (text.length <= most) return text
  const end = Math.max(most, ...marks.filter(({ at }) => at < most).map(({ at, length }) => at + length))
  return text.slice(0, end).replace(/[\ud800-\udbff]$/, '')
}
