import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api.ts'
import { webinarKey } from '../../live.ts'
import { kinds, useKindName } from '../../parts/kind-name.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useMay } from '../../rights.ts'
import { useSlug } from '../../session.ts'
import { workspaceQuery } from '../../workspace.ts'
import { useApi } from '../../workspace-api.ts'
import style from './kind-choice.module.css'

/** What kind of webinar it is. Platforms do not know a demo from a lesson, so it is said here; the scores follow. */
export function KindChoice({ id, kind }: { id: string; kind: string }) {
  const { t } = useTranslation('webinar')
  const nameOf = useKindName()
  const { isScoring, follow } = useScoring(id)
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (next: string) =>
      ask(`/api/v1/webinars/${id}`, {
        method: 'PATCH',
        headers: { ...api.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ kind: next }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: webinarKey(slug, id) })
      follow()
    },
  })
  const mayWrite = useMay('write')
  const shown = change.isPending ? change.variables : kind
  const options = [...new Set([...kinds, kind])]
  return (
    <>
      <select
        className={style.kind}
        aria-label={t('kind.label')}
        title={t('kind.why')}
        value={shown}
        disabled={change.isPending || !mayWrite}
        onChange={(event) => change.mutate(event.target.value)}
      >
        {options.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
      <span role="status" className={style.scoring}>
        {isScoring ? t('kind.scoring') : ''}
      </span>
      {change.error && <Trouble error={change.error} />}
    </>
  )
}

/** After a change that moves scores: whether they are still being worked out; when they are done, all is asked anew. */
function useScoring(id: string): { isScoring: boolean; follow: () => void } {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [isFollowed, setFollowed] = useState(false)
  const { data } = useQuery({
    ...workspaceQuery(api, slug),
    queryKey: [slug, 'workspace', 'scoring'],
    enabled: isFollowed,
    refetchInterval: 700,
    staleTime: 0,
    gcTime: 0,
  })
  const backlog = data?.backlog
  useEffect(() => {
    if (!isFollowed || backlog === undefined) return
    queries.invalidateQueries({ queryKey: webinarKey(slug, id) })
    if (backlog === 0) setFollowed(false)
  }, [isFollowed, backlog, queries, slug, id])
  return { isScoring: isFollowed, follow: () => setFollowed(true) }
}
