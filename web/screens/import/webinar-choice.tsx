import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { Choice } from '../../parts/choice.tsx'
import { useSlug } from '../../session.ts'
import { advertisedStart, useWhen } from '../../when.ts'
import { useApi } from '../../workspace-api.ts'
import { webinarsQuery } from '../webinars/queries.ts'

/** The webinars that have begun, the latest first: only of them can a report be. */
export function useRun(): WebinarRow[] {
  const { data = [] } = useQuery(webinarsQuery(useApi(), useSlug()))
  const begun = data.filter(({ state, startsAt }) => state !== 'scheduled' && startsAt !== null)
  return begun.toSorted((a, b) => b.startsAt!.localeCompare(a.startsAt!))
}

/** Which webinar a file is about. */
export function WebinarChoice({ webinar, onChange }: { webinar: string; onChange: (webinar: string) => void }) {
  const { t } = useTranslation('import')
  const when = useWhen()
  const run = useRun()
  const options = run.map((each) => {
    const start = advertisedStart(each)
    const parts = [each.topic ?? each.platformId, start && when.dayAndTime(start)].filter(Boolean)
    return [each.id, parts.map((part) => `\u2068${part}\u2069`).join(' · ')] as const
  })
  return <Choice label={t('webinar')} value={webinar} options={options} onChange={onChange} />
}
