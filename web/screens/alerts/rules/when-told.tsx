import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { Choice } from '../../../parts/choice.tsx'
import { Field } from '../../../parts/field.tsx'
import { useTimezone } from '../../../workspace.ts'
import { Part } from './part.tsx'
import type { PartProps } from './rule-form.tsx'
import style from './rules.module.css'
import { Tick } from './tick.tsx'

const offered = ['15', '30', '60', '240']

/** At which times it goes out by channels; what is held back goes out as soon as it may. */
export function WhenTold({ draft, change }: PartProps) {
  const { t } = useTranslation('alerts')
  const format = useFormat()
  const zone = useTimezone()
  const { digest } = draft
  const minutes = /^\d+$/.test(digest) && !offered.includes(digest) ? [...offered, digest] : offered
  return (
    <Part title={t('form.times')}>
      <div className={style.fields}>
        <Choice
          label={t('form.digest')}
          value={digest}
          options={[
            ['none', t('form.atOnce')],
            ...minutes.map((each) => [each, t('form.every', { minutes: format.count(Number(each)) })] as const),
            ['daily', t('form.daily')],
          ]}
          onChange={(digest) => change({ digest })}
        />
        {digest === 'daily' && (
          <Field
            name="digest.dailyAt"
            label={t('form.dailyAt')}
            type="time"
            value={draft.dailyAt}
            onChange={(dailyAt) => change({ dailyAt })}
          />
        )}
      </div>
      <Tick isOn={draft.workingDaysOnly} onChange={(workingDaysOnly) => change({ workingDaysOnly })}>
        {t('form.workingDays')}
      </Tick>
      <Tick isOn={draft.isQuiet} onChange={(isQuiet) => change({ isQuiet })}>
        {t('form.quiet')}
      </Tick>
      {draft.isQuiet && (
        <div className={style.fields}>
          <Field
            name="quietHours"
            label={t('form.quietFrom')}
            type="time"
            value={draft.quietFrom}
            onChange={(quietFrom) => change({ quietFrom })}
          />
          <Field
            name="quietHours.to"
            label={t('form.quietTo')}
            type="time"
            value={draft.quietTo}
            onChange={(quietTo) => change({ quietTo })}
          />
        </div>
      )}
      <p className={style.note}>{t('form.held', { zone: zone ?? '' })}</p>
    </Part>
  )
}
