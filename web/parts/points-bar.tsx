import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { type Bars, OWN_COLOURS, type Part, type PartColours } from './part-colours.ts'
import style from './points-bar.module.css'
import { useRuleName } from './rule-name.ts'

/** The parts of a person's webinar points as one thin bar, of which each rule has its colour in the whole table. */
export function PointsBar({ parts, bars: { most, colours } }: { parts: readonly Part[]; bars: Bars }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useRuleName()
  const pieces = piecesOf(parts, colours)
  const sum = pieces.reduce((total, points) => total + points, 0)
  const words = parts.map(({ rule, points }) => `${nameOf(rule)} ${format.points(points)}`).join(', ')
  return (
    <div className={style.bar} role="img" aria-label={words || t('points.none')} title={words}>
      {pieces.map(
        (points, place) =>
          points > 0 && <i key={place} className={style[`part${place}`]} style={{ flexGrow: points }} />,
      )}
      <span style={{ flexGrow: Math.max(0, most - sum) }} />
    </div>
  )
}

/** The points of each colour, by its place. */
function piecesOf(parts: readonly Part[], colours: PartColours): number[] {
  const pieces = Array.from({ length: OWN_COLOURS + 1 }, () => 0)
  for (const { rule, points } of parts) pieces[colours.get(rule) ?? OWN_COLOURS]! += Math.max(0, points)
  return pieces
}
