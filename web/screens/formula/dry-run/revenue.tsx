import { useTranslation } from 'react-i18next'
import type { BacktestAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { useCounted } from '../../../counted.ts'
import { useFormat } from '../../../format.ts'
import { Card } from '../../../parts/card.tsx'
import { Scroller } from '../../../parts/scroller.tsx'
import { useBandWords } from './band-words.ts'
import style from './dry-run.module.css'
import { useMoney } from './money.ts'

/** What today's open leads may bring, if bands like theirs go on as they did. */
export function Revenue({ revenue }: { revenue: BacktestAnswer['revenue'] }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  const format = useFormat()
  const money = useMoney()
  const bandWords = useBandWords()
  const { totals, bands, openLeads, wonWithoutAmount } = revenue
  return (
    <Card title={t('dryRun.revenue.title')}>
      {totals.length === 0 && <p className={style.mute}>{t('dryRun.revenue.none')}</p>}
      {totals.map(({ currency, value }) => (
        <p key={currency ?? ''} className={style.verdict}>
          {money(value, currency)}
        </p>
      ))}
      <p className={style.mute}>{t('dryRun.revenue.means', counted(openLeads))}</p>
      {totals.length > 0 && (
        <Scroller className={style.scroll} name={t('dryRun.revenue.title')}>
          <table className={style.table}>
            <thead>
              <tr>
                <th scope="col">{t('dryRun.bands.score')}</th>
                <th scope="col">{t('dryRun.revenue.open')}</th>
                <th scope="col">{t('dryRun.revenue.mean')}</th>
                <th scope="col">{t('dryRun.revenue.expected')}</th>
              </tr>
            </thead>
            <tbody>
              {bands.map(({ from: least, to: below, open, expected }) => (
                <tr key={`${least} ${below}`}>
                  <th scope="row">{bandWords({ from: least, to: below })}</th>
                  <td>{format.count(open)}</td>
                  <td>
                    {expected.length === 0 && '–'}
                    {expected.map(({ mean, currency }) => (
                      <span key={currency ?? ''}>{money(mean, currency)}</span>
                    ))}
                  </td>
                  <td>
                    {expected.length === 0 && '–'}
                    {expected.map(({ value, from, to, currency }) => (
                      <span key={currency ?? ''}>
                        {money(value, currency)}
                        <small>{t('dryRun.range', { from: money(from, currency), to: money(to, currency) })}</small>
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
      {wonWithoutAmount > 0 && <p className={style.mute}>{t('dryRun.revenue.without', counted(wonWithoutAmount))}</p>}
    </Card>
  )
}
