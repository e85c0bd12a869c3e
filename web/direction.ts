// Parts of plain texts (options, titles, labels) that keep their own direction; elsewhere `<bdi>` does it.

/** A text that runs its own way: a topic, a name. */
export function ownWay(text: string): string {
  return `\u2068${text}\u2069`
}

/** A number with its sign in front. */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`
}
