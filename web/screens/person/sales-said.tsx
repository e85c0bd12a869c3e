import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { aboutOf } from '../../facts/about.ts'
import happened from '../../facts/happened.module.css'
import { Happened } from '../../facts/happened.tsx'
import { Card } from '../../parts/card.tsx'

const verdicts = ['lead.accepted', 'lead.returned', 'deal.won', 'deal.lost']

/** What sales made of the person, the newest first, beside the score; nothing while sales has said nothing. */
export function SalesSaid({ shown }: { shown: PersonAnswer }) {
  const { t } = useTranslation('person')
  const said = shown.timeline.filter(({ type }) => verdicts.includes(type))
  if (said.length === 0) return null
  const about = aboutOf(shown, t('untitled'))
  return (
    <Card title={t('sales')}>
      <ol className={happened.facts}>
        {said.map((fact) => (
          <Happened key={fact.fact} fact={fact} about={about} />
        ))}
      </ol>
    </Card>
  )
}
