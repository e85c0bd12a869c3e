import { useTranslation } from 'react-i18next'
import { Tabs } from '../../parts/tabs.tsx'
import { useSlug } from '../../session.ts'

const sections = ['people', 'questions', 'reconciliation', 'replay'] as const

export type Section = (typeof sections)[number]

/** The way between the screens of one webinar. */
export function Sections({ id, here }: { id: string; here: Section }) {
  const { t } = useTranslation('webinar')
  const slug = useSlug()
  const tabs = sections.map((section) => ({
    href: `/w/${slug}/webinars/${id}${section === 'people' ? '' : `/${section}`}`,
    name: t(`section.${section}`),
    isHere: section === here,
  }))
  return <Tabs label={t('sections')} tabs={tabs} />
}
