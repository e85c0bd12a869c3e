import { useQuery } from '@tanstack/react-query'
import { Header } from 'react-aria-components/Header'
import { MenuItem, MenuSection } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../../src/http/workspace/webinars.ts'
import { useCounted } from '../../../counted.ts'
import style from '../../../parts/export/exports.module.css'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { recordingQuery } from '../../replay/queries.ts'

/** Who registered and did not come, each with a link of their own to the replay: of use only where there is one. */
export function NoShowsSection({ webinar: { id, state, noShows } }: { webinar: WebinarRow }) {
  const { t } = useTranslation('webinar')
  const counted = useCounted()
  const api = useApi()
  const { data: recording } = useQuery(recordingQuery(api, useSlug(), id))
  const reason =
    state !== 'ended'
      ? t('export.early')
      : noShows === 0
        ? t('export.noNoShows')
        : recording === null
          ? t('export.noRecording')
          : null
  return (
    <MenuSection className={style.section ?? ''}>
      <Header className={style.header ?? ''}>
        {t('export.of.noShows')}
        <small>{reason ?? t('export.people', counted(noShows))}</small>
      </Header>
      <MenuItem
        id="no-shows"
        href={api.address(`webinars/${id}/no-shows.csv`)}
        download
        className={`${style.item} ${style.wide}`}
        isDisabled={reason !== null}
      >
        {t('export.as.links')}
      </MenuItem>
    </MenuSection>
  )
}
