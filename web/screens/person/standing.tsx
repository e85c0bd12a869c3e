import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { Amount, Grade, Score } from '../../parts/ripeness.tsx'
import { useSlug } from '../../session.ts'
import { useLength, useWhen } from '../../when.ts'
import { workspaceQuery } from '../../workspace.ts'
import { useApi } from '../../workspace-api.ts'
import { usePersonAddress } from './address.ts'
import style from './standing.module.css'

/** Where the person stands: the score beside the company's thresholds, the pace, the fit, and what comes by itself. */
export function Standing({ card }: { card: PersonAnswer['scorecard'] }) {
  const [{ asOf }] = usePersonAddress()
  const { t } = useTranslation(['person', 'common'])
  const when = useWhen()
  const length = useLength()
  const { data: workspace } = useQuery(workspaceQuery(useApi(), useSlug()))
  const hours = workspace?.velocity.hours ?? 168
  const period = hours % 24 === 0 ? t('period.days', { count: hours / 24 }) : t('period.hours', { count: hours })
  return (
    <dl className={style.figures}>
      <Figure
        name={t('score')}
        note={
          workspace && t(byScore(workspace.thresholds) ? 'thresholds' : 'thresholdsByCondition', workspace.thresholds)
        }
      >
        <span className={style.score}>
          <Score score={card.score} temperature={card.temperature} />
          <small>{t(`common:temperature.${card.temperature}`)}</small>
        </span>
      </Figure>
      <Figure name={t('velocity')} note={`${period} ${t('velocityMeans')}`}>
        <Amount value={card.velocity} signed />
      </Figure>
      <Figure name={t('fit')} note={card.grade ? undefined : t('noGrade')}>
        <Grade grade={card.grade} />
      </Figure>
      <Figure name={t('brandTime')} note={t('brandTimeOf')}>
        {length(card.brandSeconds)}
      </Figure>
      <Figure name={t('lastActivity')}>{card.lastActivityAt ? when.day(card.lastActivityAt) : t('never')}</Figure>
      <Figure
        name={t(card.changesAt ? (asOf ? 'changesThen' : 'changes') : 'changesNone')}
        note={card.changesAt && t('changesAt', { time: when.time(card.changesAt) })}
      >
        {card.changesAt ? when.day(card.changesAt) : t('changesNever')}
      </Figure>
    </dl>
  )
}

function byScore({ mql, sql }: { mql: number | null; sql: number | null }): boolean {
  return mql !== null && sql !== null
}

function Figure({ name, note, children }: { name: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={style.value}>{children}</span>
        {note && <small>{note}</small>}
      </dd>
    </div>
  )
}
