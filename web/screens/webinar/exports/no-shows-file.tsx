import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../../src/http/workspace/webinars.ts'
import { buttonLink } from '../../../parts/button.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { recordingQuery } from '../../replay/queries.ts'

/** Who did not come, with the links that bring them to the replay, at one press; nothing where there is no replay. */
export function NoShowsFile({ webinar: { id, state, noShows } }: { webinar: WebinarRow }) {
  const { t } = useTranslation('webinar')
  const api = useApi()
  const { data: recording } = useQuery(recordingQuery(api, useSlug(), id))
  if (state !== 'ended' || noShows === 0 || !recording) return null
  return (
    <a className={buttonLink()} href={api.address(`webinars/${id}/no-shows.csv`)} download>
      {t('export.noShowLinks')}
    </a>
  )
}
