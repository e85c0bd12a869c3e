import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Format, fileOf } from '../../../parts/export/formats.ts'
import { ListSection } from '../../../parts/export/list-section.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { outlookQuery } from './queries.ts'

/** The ranking with these filters in every format. */
export function RankingSection(props: { id: string; of: 'hot' | 'list' | 'all'; filters: Record<string, string> }) {
  const { id, of, filters } = props
  const { i18n } = useTranslation('webinar')
  const api = useApi()
  const { data: outlook } = useQuery(outlookQuery(api, useSlug(), id, filters))
  return <ListSection of={of} outlook={outlook} addressOf={addressOf} />

  function addressOf(as: Format): string {
    const [file, query] = fileOf('ranking', as, filters, i18n.language)
    return api.address(`webinars/${id}/${file}`, query)
  }
}
