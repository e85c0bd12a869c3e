import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { Loading } from '../../../parts/loading.tsx'
import { Twin } from '../../../parts/twin.tsx'
import type { Preview } from '../answers.ts'
import { useFormula } from '../formula-state.ts'
import { useColumnWords } from './column-words.ts'
import { columnsOf } from './score-shape.ts'
import style from './scores.module.css'

const DrawnScores = lazy(() => import('./drawn-scores.tsx'))

/** How many people have which score, as it is and as it would be, and where the thresholds cut. */
export function Scores({ distribution }: { distribution: Preview['distribution'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const columnWords = useColumnWords()
  const { model } = useFormula()
  const { bins, thresholds } = distribution
  const columns = useMemo(() => columnsOf(bins), [bins])
  const { mql, sql } = model.thresholds
  // What was just typed moves its line at once, before everybody is scored anew.
  const lines = useMemo(
    () => ({ before: thresholds.before, after: { mql: asScore(mql), sql: asScore(sql) } }),
    [thresholds.before, mql, sql],
  )
  const rows = columns.map((column) => [columnWords(column), format.count(column.before), format.count(column.after)])
  return (
    <div>
      <p className={style.legend}>
        <span className={style.before}>{t('scores.before')}</span>
        <span className={style.after}>{t('scores.after')}</span>
      </p>
      <div className={style.chart}>
        <Suspense fallback={<Loading />}>
          <DrawnScores columns={columns} lines={lines} />
        </Suspense>
      </div>
      <Twin caption={t('scores.title')} head={[t('scores.score'), t('scores.before'), t('scores.after')]} rows={rows} />
    </div>
  )
}

function asScore(threshold: unknown): number | null {
  return typeof threshold === 'number' ? threshold : null
}
