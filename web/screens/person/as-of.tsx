import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { useWhen } from '../../when.ts'
import { usePersonAddress } from './address.ts'
import style from './as-of.module.css'
import { useHistory } from './queries.ts'
import { stepAt } from './steps.ts'

/** Says that the screen shows a moment of the past, steps through the others, and leads back to now. */
export function AsOf({ id }: { id: string }) {
  const { t } = useTranslation('person')
  const when = useWhen()
  const [{ asOf }, change] = usePersonAddress()
  const { data } = useHistory(id)
  if (!asOf || Number.isNaN(Date.parse(asOf))) return null
  const steps = data?.steps ?? []
  const here = stepAt(steps, asOf)
  return (
    <div className={style.banner} role="status">
      <p>
        <strong>{t('asOf.title', { moment: when.dayAndTime(asOf) })}</strong>
        <span>{t('asOf.hint')}</span>
      </p>
      <div className={style.steps}>
        <Button isDisabled={here < 1} onPress={() => change({ asOf: steps[here - 1]!.at })}>
          {t('asOf.earlier')}
        </Button>
        <Button isDisabled={here >= steps.length - 1} onPress={() => change({ asOf: steps[here + 1]!.at })}>
          {t('asOf.later')}
        </Button>
        <Button go onPress={() => change({ asOf: null })}>
          {t('asOf.back')}
        </Button>
      </div>
    </div>
  )
}
