import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryAnswer } from '../../../src/http/workspace/people.ts'
import { Card } from '../../parts/card.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Amount } from '../../parts/ripeness.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Twin } from '../../parts/twin.tsx'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import { workspaceQuery } from '../../workspace.ts'
import { useApi } from '../../workspace-api.ts'
import { usePersonAddress } from './address.ts'
import style from './person.module.css'
import { useHistory } from './queries.ts'
import { movesOf } from './steps.ts'

const ScoreChart = lazy(() => import('./score-chart.tsx'))

/** How the score came about, step by step; every step opens the person as of that moment. */
export function ScoreOverTime({ id }: { id: string }) {
  const { t } = useTranslation('person')
  const { data, error, refetch } = useHistory(id)
  const { data: workspace } = useQuery(workspaceQuery(useApi(), useSlug()))
  return (
    <Card title={t('history.title')}>
      {error && <Trouble error={error} retry={refetch} />}
      {(!data || !workspace) && !error && <Loading />}
      {data && workspace && (
        <>
          <div className={style.chart}>
            <Suspense fallback={<Loading />}>
              <ScoreChart history={data} thresholds={workspace.thresholds} />
            </Suspense>
          </div>
          {!data.complete && <p className={style.nothing}>{t('history.cut')}</p>}
          <StepTable history={data} />
        </>
      )}
    </Card>
  )
}

function StepTable({ history }: { history: HistoryAnswer }) {
  const { t } = useTranslation(['person', 'common'])
  const when = useWhen()
  const [{ asOf }, change] = usePersonAddress()
  const moves = movesOf(history)
  const rows = history.steps.map(({ at, score, stage, temperature }, index) => [
    <button
      key="at"
      type="button"
      className={style.open}
      aria-current={at === asOf ? 'true' : undefined}
      onClick={() => change({ asOf: at })}
    >
      {when.dayAndTime(at)}
    </button>,
    moves[index] === null ? '' : <Amount key="move" value={moves[index]!} signed />,
    <Amount key="score" value={score} />,
    `${t(`common:stage.${stage}`)} · ${t(`common:temperature.${temperature}`)}`,
  ])
  const head = [t('history.when'), t('history.move'), t('score'), t('history.stage')]
  return <Twin caption={t('history.title')} head={head} rows={rows.toReversed()} />
}
