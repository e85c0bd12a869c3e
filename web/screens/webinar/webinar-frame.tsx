import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { Problem } from '../../api.ts'
import { useLive } from '../../live.ts'
import { Empty } from '../../parts/empty.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useSlug } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { useApi } from '../../workspace-api.ts'
import { Coming } from './coming.tsx'
import { Head } from './head.tsx'
import { webinarQuery } from './queries.ts'
import { type Section, Sections } from './sections.tsx'
import style from './webinar.module.css'

interface Shown {
  webinar: WebinarRow
  /** When it was told, ms. */
  toldAt: number
}

/** What stands around every screen of one webinar: which it is, and the way between them. */
export function WebinarFrame(props: { id: string; here: Section; children: (shown: Shown) => ReactNode }) {
  const { id, here, children } = props
  const { data, error, refetch, dataUpdatedAt: toldAt } = useQuery(webinarQuery(useApi(), useSlug(), id))
  const isPaused = useLive(id, data?.state === 'live')
  useTitle(data?.topic)
  if (!data) return error ? <Missing error={error} retry={refetch} /> : <Coming />
  return (
    <div className={style.screen}>
      <Head webinar={data} toldAt={toldAt} isPaused={isPaused} />
      <Sections id={id} here={here} />
      {children({ webinar: data, toldAt })}
    </div>
  )
}

function Missing({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('webinar')
  const slug = useSlug()
  if (!(error instanceof Problem) || error.status !== 404) return <Trouble error={error} retry={retry} />
  return (
    <Empty title={t('missing')}>
      <Link href={`/w/${slug}/webinars`}>{t('allWebinars')}</Link>
    </Empty>
  )
}
