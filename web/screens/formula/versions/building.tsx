import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { Bar } from '../../../parts/bar.tsx'
import { useSlug } from '../../../session.ts'
import { workspaceQuery } from '../../../workspace.ts'
import { useApi } from '../../../workspace-api.ts'

/** How far everybody is scored under a version that is about to come into force; afterwards all is asked anew. */
export function Building() {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const { data } = useQuery({
    ...workspaceQuery(api, slug),
    queryKey: [slug, 'workspace', 'scoring'],
    refetchInterval: 1_000,
    staleTime: 0,
  })
  // This stands here only while a version is being worked out: once it goes, the version is in force.
  useEffect(() => () => void queries.invalidateQueries({ queryKey: [slug] }), [queries, slug])
  const share = data?.rescored ?? null
  const words = share === null ? t('versions.scoring') : t('versions.scoringShare', { percent: format.percent(share) })
  return <Bar share={share} words={words} />
}
