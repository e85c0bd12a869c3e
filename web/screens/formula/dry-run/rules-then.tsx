import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { BacktestAnswer } from '../../../../src/http/workspace/backtest-shape.ts'
import { useCounted } from '../../../counted.ts'
import { leftToRight } from '../../../direction.ts'
import { useFormat } from '../../../format.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Amount } from '../../../parts/ripeness.tsx'
import { useRuleName } from '../../../parts/rule-name.ts'
import { Scroller } from '../../../parts/scroller.tsx'
import style from './dry-run.module.css'
import { apart, type Estimate, wayOf } from './in-words.ts'

type Rule = BacktestAnswer['rules'][number]

/** How often each rule applied to winners and to losers: what speaks for a deal, and what against. */
export function RulesThen({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  const [params, setParams] = useSearchParams()
  const { telling, others } = apart(rules)
  const shown = params.has('rules') ? [...telling, ...others] : telling
  function showAll() {
    setParams(
      (now) => {
        now.set('rules', 'all')
        return now
      },
      { replace: true },
    )
  }
  return (
    <Card title={t('dryRun.rules.title')}>
      <p className={style.mute}>{t(telling.length > 0 ? 'dryRun.rules.means' : 'dryRun.rules.noneTells')}</p>
      <Scroller className={style.scroll} name={t('dryRun.rules.title')}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('dryRun.rules.rule')}</th>
              <th scope="col">{t('rules.points')}</th>
              <th scope="col">{t('dryRun.rules.winners')}</th>
              <th scope="col">{t('dryRun.rules.losers')}</th>
              <th scope="col">{t('dryRun.rules.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <Row key={rule.rule} rule={rule} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {shown.length < rules.length && (
        <p className={style.more}>
          <Button onPress={showAll}>{t('dryRun.rules.others', counted(others.length))}</Button>
        </p>
      )}
    </Card>
  )
}

function Row({ rule: { rule, points, won, lost, difference } }: { rule: Rule }) {
  const nameOf = useRuleName()
  return (
    <tr>
      <th scope="row">{nameOf(rule)}</th>
      <td>
        <Amount value={points} signed />
      </td>
      <td>
        <Side side={won} />
      </td>
      <td>
        <Side side={lost} />
      </td>
      <td>{difference && <Difference difference={difference} points={points} />}</td>
    </tr>
  )
}

function Side({ side: { applied, of, share } }: { side: Rule['won'] }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  return (
    <>
      {share ? format.percent(share.value) : '–'}
      <small>{t('dryRun.bands.of', { won: format.count(applied), people: format.count(of) })}</small>
    </>
  )
}

/** In percentage points; marked where it is no chance, and where it speaks against the sign of the points. */
function Difference({ difference, points }: { difference: Estimate; points: number }) {
  const { t } = useTranslation('formula')
  const format = useFormat()
  const way = wayOf(difference)
  const isAgainst = (way === 'more' && points < 0) || (way === 'less' && points > 0)
  const hundreds = (share: number) => leftToRight(format.points(Math.round(share * 100)))
  return (
    <span className={style.difference} data-way={isAgainst ? 'against' : way}>
      {hundreds(difference.value)}
      <small>
        {t('dryRun.range', { from: hundreds(difference.from), to: hundreds(difference.to) })}
        {` · ${t(isAgainst ? 'dryRun.rules.against' : `dryRun.rules.${way}`)}`}
      </small>
    </span>
  )
}
