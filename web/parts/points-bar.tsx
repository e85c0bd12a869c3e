import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import style from './points-bar.module.css'
import { useRuleName } from './rule-name.ts'

/** The parts of a person's webinar points as one thin bar; `most` is the longest bar of the table, in points. */
export function PointsBar({ parts, most }: { parts: readonly { rule: string; points: number }[]; most: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useRuleName()
  const paid = parts.filter(({ points }) => points > 0)
  const sum = paid.reduce((total, { points }) => total + points, 0)
  const words = parts.map(({ rule, points }) => `${nameOf(rule)} ${format.points(points)}`).join(', ')
  return (
    <div className={style.bar} role="img" aria-label={words || t('points.none')} title={words}>
      {paid.map(({ rule, points }, index) => (
        <i key={rule} className={style[`part${index % 5}`]} style={{ flexGrow: points }} />
      ))}
      <span style={{ flexGrow: Math.max(0, most - sum) }} />
    </div>
  )
}
