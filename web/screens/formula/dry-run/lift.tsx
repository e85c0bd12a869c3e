import { useTranslation } from 'react-i18next'
import type { BacktestAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import style from './dry-run.module.css'

/** How many times as often the highest scores were won as all. */
export function Lift({ figures }: { figures: BacktestAnswer['all'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  return (
    <Card title={t('dryRun.lift.title')}>
      <ul className={style.lifts}>
        {figures.lift.map(({ share, people, won, lift, tied }) => (
          <li key={share}>
            <b className={style.large}>
              {lift ? t('dryRun.lift.times', { times: format.number(round(lift.value)) }) : '–'}
            </b>
            <span>
              {t('dryRun.lift.words', {
                share: format.percent(share),
                won: format.number(round(won)),
                people: format.count(people),
              })}
              {lift && (
                <small>
                  {t('dryRun.interval', { from: format.number(round(lift.from)), to: format.number(round(lift.to)) })}
                  {tied &&
                    ` · ${t('dryRun.lift.tied', { people: format.count(tied.people), score: format.number(tied.score) })}`}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
