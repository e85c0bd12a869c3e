import { useTranslation } from 'react-i18next'
import type { BacktestAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import { Twin } from '../../../parts/twin.tsx'
import { useBandWords } from './band-words.ts'
import style from './dry-run.module.css'

/** How many of each band of scores were won, with what chance may have done to it. */
export function Bands({ figures: { bands } }: { figures: BacktestAnswer['all'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const bandWords = useBandWords()
  const most = Math.max(0.01, ...bands.map(({ conversion }) => conversion?.to ?? 0))
  const wide = (share: number) => `${(share / most) * 100}%`
  const rows = bands.map(({ from, to, people, won, conversion }) => [
    bandWords({ from, to }),
    format.count(people),
    format.count(won),
    conversion ? format.percent(conversion.value) : '–',
    conversion ? `${format.percent(conversion.from)} – ${format.percent(conversion.to)}` : '–',
  ])
  const head = (['score', 'people', 'won', 'conversion', 'between'] as const).map((each) => t(`dryRun.bands.${each}`))
  return (
    <Card title={t('dryRun.bands.title')}>
      <ol className={style.bands} aria-hidden="true">
        {bands.map(({ from, to, people, won, conversion }) => (
          <li key={`${from} ${to}`}>
            <span>{bandWords({ from, to })}</span>
            <span className={style.room}>
              {conversion && (
                <>
                  <i className={style.bar} style={{ inlineSize: wide(conversion.value) }} />
                  <i
                    className={style.whisker}
                    style={{
                      insetInlineStart: wide(conversion.from),
                      inlineSize: wide(conversion.to - conversion.from),
                    }}
                  />
                </>
              )}
            </span>
            <b>{conversion ? format.percent(conversion.value) : '–'}</b>
            <small>{t('dryRun.bands.of', { won: format.count(won), people: format.count(people) })}</small>
          </li>
        ))}
      </ol>
      <p className={style.mute}>{t('dryRun.bands.means')}</p>
      <Twin caption={t('dryRun.bands.title')} head={head} rows={rows} />
    </Card>
  )
}
