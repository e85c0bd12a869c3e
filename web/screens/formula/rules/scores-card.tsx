import { keepPreviousData } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import type { Preview } from '../answers.ts'
import { useFormula } from '../formula-state.ts'
import style from '../scores/scores.module.css'
import { Scores } from '../scores/scores.tsx'
import { useJob } from '../use-job.ts'
import { Working } from '../working.tsx'

/** The thresholds on the scores of everybody: drawn when somebody asks, for everybody is scored for it. */
export function ScoresCard() {
  const { t } = useTranslation('formula')
  const { subject } = useFormula()
  const [params, setParams] = useSearchParams()
  const isWanted = params.has('scores')
  const { data, error, isFetching, progress, refetch } = useJob<Preview>('model/preview', subject, isWanted, {
    placeholderData: keepPreviousData,
  })
  function ask() {
    setParams(
      (now) => {
        now.set('scores', '')
        return now
      },
      { replace: true },
    )
  }
  return (
    <Card title={t('scores.title')}>
      {!isWanted && (
        <div className={style.ask}>
          <p className={style.mute}>{t('scores.why')}</p>
          <Button onPress={ask}>{t('scores.draw')}</Button>
        </div>
      )}
      {error && <Trouble error={error} retry={refetch} />}
      {isFetching && <Working progress={progress} />}
      {data && <Scores distribution={data.distribution} />}
    </Card>
  )
}
