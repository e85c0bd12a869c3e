import { lazy, Suspense } from 'react'
import { useNotify } from './kept.ts'

const Notifier = lazy(() => import('./arrive.ts'))

/** Tells of new alerts while any screen is open, where this browser was asked to. */
export function Notifications() {
  const [notify] = useNotify()
  return notify === 'on' ? (
    <Suspense>
      <Notifier />
    </Suspense>
  ) : null
}
