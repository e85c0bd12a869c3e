/** Which alerts are shown, in the words of the address: those that nobody has taken, all, or those that I took. */
export const SHOWN = ['open', 'all', 'mine'] as const
export type Shown = (typeof SHOWN)[number]

export function shownOf(params: URLSearchParams): Shown {
  return SHOWN.find((each) => each === params.get('show')) ?? 'open'
}

/** What is asked of the list. */
export function queryOf(shown: Shown): { untaken?: 'true'; mine?: 'true' } {
  if (shown === 'open') return { untaken: 'true' }
  return shown === 'mine' ? { mine: 'true' } : {}
}
