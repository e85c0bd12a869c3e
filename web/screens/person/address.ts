import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'

/** What of the screen stands in its address, so that a link shows the same. */
export interface PersonAddress {
  /** The moment as of which the person is shown; null: now. */
  asOf: string | null
  order: 'newest' | 'oldest'
  /** Only this webinar's lines of the ledger; `none`: lines of no webinar. */
  webinar: string | null
  /** How much of the ledger is shown. */
  lines: number
  /** Only this kind of the timeline. */
  kind: string | null
  /** How much of the timeline is shown. */
  shown: number
  /** How much is shown of what they said. */
  said: number
}

/** How many lines of the ledger, facts of the timeline and words of the person come at a time. */
export const portion = { lines: 100, shown: 50, said: 3 }

const usual: PersonAddress = { asOf: null, order: 'newest', webinar: null, kind: null, ...portion }

export function readAddress(params: URLSearchParams): PersonAddress {
  return {
    asOf: params.get('asOf') || null,
    order: params.get('order') === 'oldest' ? 'oldest' : 'newest',
    webinar: params.get('webinar') || null,
    kind: params.get('kind') || null,
    lines: portionIn(params, 'lines'),
    shown: portionIn(params, 'shown'),
    said: portionIn(params, 'said'),
  }
}

function portionIn(params: URLSearchParams, name: keyof typeof portion): number {
  const asked = Number(params.get(name))
  return Number.isSafeInteger(asked) && asked > portion[name] ? asked : portion[name]
}

/** Only what differs from the usual stands in the address. */
export function writeAddress(address: PersonAddress): Record<string, string> {
  const odd = Object.entries(address).filter(([name, value]) => value !== usual[name as keyof PersonAddress])
  return Object.fromEntries(odd.map(([name, value]) => [name, String(value)]))
}

/** Another moment is another place to go back from; everything else is a look at the same. */
export function usePersonAddress(): [PersonAddress, (change: Partial<PersonAddress>) => void] {
  const [params, setParams] = useSearchParams()
  const address = useMemo(() => readAddress(params), [params])
  const change = useCallback(
    (change: Partial<PersonAddress>) => {
      const next = (before: URLSearchParams) => writeAddress({ ...readAddress(before), ...change })
      setParams(next, { replace: !('asOf' in change) })
    },
    [setParams],
  )
  return [address, change]
}
