import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { WebinarPullsAnswer } from '../../../src/http/workspace/pull-shape.ts'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { webinarKey } from '../../live.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { Words } from '../../parts/words.tsx'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import { useApi } from '../../workspace-api.ts'
import style from './fetched.module.css'
import { begins, pullsQuery } from './queries.ts'

/** What Zoom's API has brought of a webinar, when it is asked again, and what it would not give. */
export function Fetched({ webinar: { id, state } }: { webinar: WebinarRow }) {
  const { t } = useTranslation('webinar')
  const slug = useSlug()
  const { data } = useQuery(pullsQuery(useApi(), slug, id, state))
  useNews(id, data?.isRunning ?? false)
  if (!data) return null
  const toSources = `/w/${slug}/sources`
  if (!data.isConnected)
    return (
      <small className={style.fetched}>
        {t(state === 'live' ? 'fromZoom' : 'fetched.unconnected')} <Link href={toSources}>{t('fetched.connect')}</Link>
      </small>
    )
  if (data.problem)
    return (
      <small className={style.fetched}>
        {t('fetched.stopped')} <Words said={data.problem} /> <Link href={toSources}>{t('fetched.sources')}</Link>
      </small>
    )
  return <Standing id={id} pulls={data} isOver={state === 'ended'} />
}

function Standing({ id, pulls, isOver }: { id: string; pulls: WebinarPullsAnswer; isOver: boolean }) {
  const { t } = useTranslation('webinar')
  const slug = useSlug()
  const api = useApi()
  const queries = useQueryClient()
  const fetchNow = useMutation({
    mutationFn: async () => (await api.pulls.fetch.$post({ param: { id } })).json(),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, 'pulls', id] }),
  })
  const isBusy = fetchNow.isPending || pulls.isRunning || begins(pulls)
  return (
    <small className={style.fetched}>
      <span role="status">{fetchNow.isPending ? t('fetched.asking') : <Line pulls={pulls} />}</span>
      {!isBusy && isOver && (
        <button type="button" className={style.now} onClick={() => fetchNow.mutate()}>
          {t('fetched.now')}
        </button>
      )}
      {!isBusy && pulls.lacks.length > 0 && <Lacks lacks={pulls.lacks} />}
      {fetchNow.error && <Trouble error={fetchNow.error} />}
    </small>
  )
}

function Line({ pulls }: { pulls: WebinarPullsAnswer }) {
  const { t } = useTranslation('webinar')
  const { time, dayAndTime, day } = useWhen()
  const { fetchedAt, nextAt, items } = pulls
  const when = (at: string) => (day(at) === day(Date.now()) ? time(at) : dayAndTime(at))
  const step = items.find(({ state }) => state === 'running')?.step
  if (step)
    return (
      <>
        {t('fetched.running')} <Words said={step} /> {t('fetched.step', { number: step.number, of: step.of })}
      </>
    )
  if (pulls.isRunning || begins(pulls)) return t('fetched.begins')
  const next = nextAt === null ? '' : ` · ${t('fetched.next', { when: when(nextAt) })}`
  if (fetchedAt !== null) return t('fetched.last', { when: when(fetchedAt) }) + next
  return nextAt === null ? t('fetched.afterEnd') : t('fetched.first', { when: when(nextAt) })
}

function Lacks({ lacks }: Pick<WebinarPullsAnswer, 'lacks'>) {
  const { t } = useTranslation('webinar')
  const texts = [...new Map(lacks.map((lack) => [lack.text, lack])).values()]
  return (
    <details className={style.lacks}>
      <summary>{t('fetched.lacks', { count: texts.length, number: texts.length })}</summary>
      <ul>
        {texts.map((lack) => (
          <li key={lack.text}>
            <Words said={lack} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** When something has been fetched, all that is shown of the webinar is asked for anew. */
function useNews(id: string, isRunning: boolean): void {
  const slug = useSlug()
  const queries = useQueryClient()
  const wasRunning = useRef(false)
  useEffect(() => {
    if (wasRunning.current && !isRunning) queries.invalidateQueries({ queryKey: webinarKey(slug, id) })
    wasRunning.current = isRunning
  }, [isRunning, queries, slug, id])
}
