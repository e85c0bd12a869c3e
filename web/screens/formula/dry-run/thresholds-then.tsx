import { useTranslation } from 'react-i18next'
import type { BacktestAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import style from './dry-run.module.css'
import type { Estimate } from './in-words.ts'

/** What the two thresholds were good for: how many of those above were won, and how many winners were above. */
export function ThresholdsThen({ figures }: { figures: BacktestAnswer['all'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  return (
    <Card title={t('dryRun.thresholds.title')}>
      <dl className={style.thresholds}>
        {(['mql', 'sql'] as const).map((line) => {
          const { reached, won, precision, recall } = figures.thresholds[line]
          return (
            <div key={line}>
              <dt>
                {line.toUpperCase()} <small>{t('dryRun.thresholds.reached', { number: format.count(reached) })}</small>
              </dt>
              <dd>
                <Share share={precision} words={t('dryRun.thresholds.precision', { won: format.count(won) })} />
                <Share share={recall} words={t('dryRun.thresholds.recall')} />
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}

function Share({ share, words }: { share: Estimate | null; words: string }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  return (
    <p>
      <b className={style.large}>{share ? format.percent(share.value) : '–'}</b>
      <span>
        {words}
        {share && (
          <small>{t('dryRun.interval', { from: format.percent(share.from), to: format.percent(share.to) })}</small>
        )}
      </span>
    </p>
  )
}
