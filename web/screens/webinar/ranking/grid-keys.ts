/** Where a key leads in a list of `count` rows of which `inSight` are visible; null for keys that lead nowhere. */
export function indexAfter(key: string, index: number, count: number, inSight: number): number | null {
  const within = (next: number) => Math.max(0, Math.min(count - 1, next))
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return within(index - 1)
    case 'PageDown':
      return within(index + inSight)
    case 'PageUp':
      return within(index - inSight)
    case 'Home':
      return 0
    case 'End':
      return within(count - 1)
    default:
      return null
  }
}
