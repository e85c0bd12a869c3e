import { useCallback, useEffect, useRef, useState } from 'react'
import { pagesFor } from './held-pages.ts'

const restMs = 90

/**
 * The pages to hold while somebody scrolls. What follows on the present ones is asked for at once; a leap, as by the
 * scroll bar, only where it comes to rest, so that nothing is fetched on the way.
 */
export function usePages(): [pages: readonly number[], look: (first: number, last: number) => void, toTop: () => void] {
  const [pages, setPages] = useState<readonly number[]>([0])
  const present = useRef(pages)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = useCallback((first: number, last: number) => {
    const next = pagesFor(first, last)
    clearTimeout(timer.current)
    if (next.join() === present.current.join()) return
    const show = () => {
      present.current = next
      setPages(next)
    }
    if (next.some((page) => present.current.includes(page))) show()
    else timer.current = setTimeout(show, restMs)
  }, [])
  const toTop = useCallback(() => {
    clearTimeout(timer.current)
    present.current = [0]
    setPages(present.current)
  }, [])
  return [pages, look, toTop]
}
