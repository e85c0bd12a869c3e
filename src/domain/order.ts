/** With so many members, a list is looked through and sorted faster by plain loops than by any map or general sort. */
export const FEW = 16

/** Sorts a list in place, as `sort` does, and gives it back. Most lists of a person are short. */
export function inOrder<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > FEW) return list.sort(compare)
  for (let next = 1; next < list.length; next++) {
    const member = list[next]!
    let at = next
    for (; at > 0 && compare(list[at - 1]!, member) > 0; at--) list[at] = list[at - 1]!
    list[at] = member
  }
  return list
}

/** Adds to the list of a key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
