import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Pull } from '../../../../src/http/workspace/pull-shape.ts'
import { useCounted } from '../../../counted.ts'
import { Words } from '../../../parts/words.tsx'
import { useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import style from '../sources.module.css'

const [often, seldom] = [3_000, 30_000]

/** What is being fetched, what was last, and what is next. */
export function Fetched({ id }: { id: string }) {
  const { t } = useTranslation('sources')
  const counted = useCounted()
  const pulls = usePulls().filter(({ source }) => source === id)
  const running = pulls.filter(({ state }) => state === 'running')
  const next = pulls.find(({ state, reason }) => state === 'waiting' && reason !== 'backfill')
  const last = pulls.find(({ endedAt, extent }) => endedAt !== null && extent !== 'rooms')
  return (
    <>
      {running.length > 0 && (
        <div>
          <h4>{t('api.fetching')}</h4>
          <ul className={style.reasons}>
            {running.map((pull) => (
              <li key={pull.id}>
                <Of pull={pull} />
                <small>{pull.step && <Step step={pull.step} />}</small>
              </li>
            ))}
          </ul>
        </div>
      )}
      <dl className={style.facts}>
        <Fact name={t('api.lastFetch')} pull={last} at={last?.endedAt ?? null}>
          {last && (last.state === 'failed' ? t('api.failed') : t('api.facts', counted(last.facts)))}
        </Fact>
        <Fact name={t('api.nextFetch')} pull={next} at={next?.dueAt ?? null} />
      </dl>
    </>
  )
}

function Fact(props: { name: string; pull: Pull | undefined; at: string | null; children?: ReactNode }) {
  const { t } = useTranslation('sources')
  const when = useWhen()
  const { name, pull, at, children } = props
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {pull && at ? when.dayAndTime(at) : t('api.none')}
        {pull && (
          <small>
            <Of pull={pull} /> {children}
          </small>
        )}
      </dd>
    </div>
  )
}

function usePulls(): Pull[] {
  const api = useApi()
  const { data } = useQuery({
    queryKey: [useSlug(), 'pulls'],
    queryFn: async ({ signal }) => (await (await api.allPulls.$get({}, { init: { signal } })).json()).items,
    refetchInterval: ({ state }) => (state.data?.some((pull) => pull.state === 'running') ? often : seldom),
  })
  return data ?? []
}

function Of({ pull: { webinar, topic, extent } }: { pull: Pull }) {
  const { t } = useTranslation('sources')
  const slug = useSlug()
  if (extent === 'rooms') return <span>{t('api.finding')}</span>
  const name = topic ?? t('api.unnamed')
  if (!webinar) return <bdi>{name}</bdi>
  return (
    <Link href={`/w/${slug}/webinars/${webinar.id}`}>
      <bdi>{name}</bdi>
    </Link>
  )
}

function Step({ step }: { step: NonNullable<Pull['step']> }) {
  const { t } = useTranslation('sources')
  const { number, of } = step
  return (
    <>
      <Words said={step} /> {t('api.step', { number, of })}
    </>
  )
}
