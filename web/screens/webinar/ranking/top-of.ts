import { type RefObject, useLayoutEffect, useState } from 'react'

/** How far below the top of the page an element begins; measured again when something around it changes its size. */
export function useTopOf(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => setTop(Math.round(current.getBoundingClientRect().top + window.scrollY))
    const observer = new ResizeObserver(measure)
    for (let around = current.parentElement; around && around !== document.body; around = around.parentElement)
      observer.observe(around)
    measure()
    return () => observer.disconnect()
  }, [element])
  return top
}
