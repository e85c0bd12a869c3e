import { useTranslation } from 'react-i18next'
import type { BacktestAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import style from './dry-run.module.css'
import { tellingOf } from './in-words.ts'

/** The AUC, as a marketer understands it. */
export function TellsApart({ figures }: { figures: BacktestAnswer['all'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const { auc } = figures
  const ofHundred = (share: number) => format.count(share * 100)
  return (
    <Card title={t('dryRun.auc.title')}>
      {auc ? (
        <>
          <p className={style.verdict}>{t(`dryRun.auc.${tellingOf(auc)}`)}</p>
          <p>
            {t('dryRun.auc.words', {
              value: ofHundred(auc.value),
              from: ofHundred(auc.from),
              to: ofHundred(auc.to),
            })}
          </p>
          <p className={style.mute}>{t('dryRun.auc.chanceMeans', { auc: auc.value.toFixed(2) })}</p>
        </>
      ) : (
        <p className={style.mute}>{t('dryRun.auc.none')}</p>
      )}
    </Card>
  )
}
