import { useSyncExternalStore } from 'react'

const lists = new Map<string, MediaQueryList>()

function listOf(query: string): MediaQueryList {
  const list = lists.get(query) ?? window.matchMedia(query)
  lists.set(query, list)
  return list
}

/** Whether a media query holds, now and whenever it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      listOf(query).addEventListener('change', changed)
      return () => listOf(query).removeEventListener('change', changed)
    },
    () => listOf(query).matches,
  )
}

/** A phone: rows become cards, tables become lists. */
export const phone = '(max-width: 720px)'
/** Room for a column beside a list. */
export const wide = '(min-width: 1240px)'
