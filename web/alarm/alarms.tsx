import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSlug } from '../session.ts'
import { useApi } from '../workspace-api.ts'
import { alarmsQuery } from './queries.ts'

const Banner = lazy(() => import('./banner/arrive.ts'))
const Mark = lazy(() => import('./mark/arrive.ts'))

/** What is wrong with the sources, on every screen while it lasts. */
export function Alarms() {
  const { data } = useQuery(alarmsQuery(useApi(), useSlug()))
  return data?.length ? (
    <Suspense fallback={null}>
      <Banner alarms={data} />
    </Suspense>
  ) : null
}

/** The same of one webinar, in a word beside its name. */
export function AlarmMark({ webinar }: { webinar: string }) {
  const { data } = useQuery(alarmsQuery(useApi(), useSlug()))
  const own = data?.find((alarm) => alarm.webinar?.id === webinar)
  return own ? (
    <Suspense fallback={null}>
      <Mark alarm={own} />
    </Suspense>
  ) : null
}
