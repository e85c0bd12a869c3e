import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import style from './ripeness.module.css'

export type Temperature = 'cold' | 'warm' | 'hot'

/** A dot that fills up as somebody ripens: a quarter, more than half, full. */
export function Ripeness({ temperature }: { temperature: string }) {
  const { t } = useTranslation()
  return (
    <span
      className={`${style.dot} ${style[temperature]}`}
      role="img"
      aria-label={t(`temperature.${temperature as Temperature}`)}
    />
  )
}

/** A score beside its dot. */
export function Score({ score, temperature }: { score: number; temperature: string }) {
  return (
    <span className={style.score}>
      <Ripeness temperature={temperature} />
      <Amount value={score} />
    </span>
  )
}

/** A number that keeps its sign in front in every language; `signed` writes the plus too. */
export function Amount({ value, signed = false }: { value: number; signed?: boolean }) {
  const format = useFormat()
  return (
    <bdi dir="ltr" className={value < 0 ? style.below : undefined}>
      {signed ? format.points(value) : format.number(value)}
    </bdi>
  )
}

/** The grade of fit, A to D; a dash where the company has not said whom it looks for. */
export function Grade({ grade }: { grade: string | null }) {
  const { t } = useTranslation()
  if (!grade)
    return (
      <span className={style.none}>
        <span aria-hidden="true">–</span>
        <span className="unseen">{t('grade.none')}</span>
      </span>
    )
  return (
    <span className={style.grade} title={t('grade.of', { grade })}>
      {grade}
    </span>
  )
}
