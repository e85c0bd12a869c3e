import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { useCounted } from '../../counted.ts'
import { aboutOf } from '../../facts/about.ts'
import happened from '../../facts/happened.module.css'
import { Happened } from '../../facts/happened.tsx'
import { latestTold } from '../../facts/latest-told.ts'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { portion, usePersonAddress } from './address.ts'
import { More } from './more.tsx'
import style from './person.module.css'
import { countedKinds, kindOf } from './timeline-kinds.ts'

/** Everything that happened, the newest first, in portions. */
export function Timeline({ shown }: { shown: PersonAnswer }) {
  const { t } = useTranslation('person')
  const [{ kind, shown: many }, change] = usePersonAddress()
  const counted = useCounted()
  const timeline = useMemo(() => latestTold(shown.timeline), [shown.timeline])
  const kinds = useMemo(() => countedKinds(timeline), [timeline])
  const facts = useMemo(() => timeline.filter(({ type }) => kind === null || kindOf(type) === kind), [timeline, kind])
  const about = aboutOf(shown, t('untitled'))
  const left = facts.length - many
  const narrowed = kinds.map(
    ([each, count]) => [each as string, t(`kind.${each}`, { number: counted(count).number })] as const,
  )
  return (
    <Card
      title={t('timeline.title', counted(timeline.length))}
      aside={
        kinds.length > 1 && (
          <Chips
            label={t('timeline.kinds')}
            value={kind ?? 'all'}
            options={[['all', t('timeline.all')], ...narrowed]}
            onChange={(chosen) => change({ kind: chosen === 'all' ? null : chosen, shown: portion.shown })}
          />
        )
      }
    >
      <ol className={happened.facts}>
        {facts.slice(0, many).map((fact) => (
          <Happened key={fact.fact} fact={fact} about={about} />
        ))}
      </ol>
      {facts.length === 0 && <p className={style.nothing}>{t(kind ? 'timeline.nothing' : 'timeline.empty')}</p>}
      <More left={left} portion={portion.shown} show={() => change({ shown: many + portion.shown })} />
    </Card>
  )
}
