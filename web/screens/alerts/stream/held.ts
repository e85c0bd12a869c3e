import { type RefObject, useEffect, useState } from 'react'
import type { Alert } from '../../../alerts/queries.ts'

/** Further down than this somebody reads what stands there. */
const scrolled = 160

/** Whether somebody reads in a list: they have scrolled to it, point at it, or stand in it by keyboard. */
export function useReading(list: RefObject<HTMLElement | null>): boolean {
  const [isReading, setReading] = useState(false)
  useEffect(() => {
    const read = () => {
      const element = list.current
      const isIn = element?.matches(':has(:focus-visible)') || element?.matches(':hover')
      setReading(window.scrollY > scrolled || Boolean(isIn))
    }
    const events = ['scroll', 'pointermove', 'focusin', 'focusout'] as const
    for (const event of events) document.addEventListener(event, read, { passive: true })
    return () => {
      for (const event of events) document.removeEventListener(event, read)
    }
  }, [list])
  return isReading
}

/** The alerts, without those that came while somebody reads: these are counted, and `show` brings them. */
export function useHeld(alerts: readonly Alert[], isReading: boolean, of: string) {
  const newest = alerts[0]?.raisedAt ?? ''
  const [seen, setSeen] = useState({ of, newest })
  const isOther = seen.of !== of
  useEffect(() => {
    if (!isReading || isOther) setSeen({ of, newest })
  }, [isReading, isOther, of, newest])
  const isHeld = ({ raisedAt }: Alert) => isReading && !isOther && seen.newest !== '' && raisedAt > seen.newest
  return {
    shown: alerts.filter((alert) => !isHeld(alert)),
    held: alerts.filter(isHeld).length,
    show: () => setSeen({ of, newest }),
  }
}
