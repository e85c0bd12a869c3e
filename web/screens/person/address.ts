import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'

/** What of the screen stands in its address, so that a link shows the same. */
export interface PersonAddress {
  /** The moment as of which the person is shown; null: now. */
  asOf: string | null
  order: 'newest' | 'oldest'
  /** Only this webinar's lines of the ledger; `none`: lines of no webinar. */
  webinar: string | null
  /** Only this kind of the timeline. */
  kind: string | null
  /** How much of the timeline is shown. */
  shown: number
}

/** How many moments of the timeline come at a time. */
export const portion = 50

const usual: PersonAddress = { asOf: null, order: 'newest', webinar: null, kind: null, shown: portion }

export function readAddress(params: URLSearchParams): PersonAddress {
  const shown = Number(params.get('shown'))
  return {
    asOf: params.get('asOf') || null,
    order: params.get('order') === 'oldest' ? 'oldest' : 'newest',
    webinar: params.get('webinar') || null,
    kind: params.get('kind') || null,
    shown: Number.isSafeInteger(shown) && shown > portion ? shown : portion,
  }
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
