import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Filters, presences, temperatures } from './filters.ts'
import style from './narrowing.module.css'

export interface Narrowing {
  filters: Filters
  onChange: (changed: Filters) => void
}

/** Who is shown: by temperature, and by how they took part; a second press takes one back. */
export function Pills({ filters: { temperature, attended }, onChange }: Narrowing) {
  const { t } = useTranslation('webinar')
  return (
    <fieldset className={style.pills}>
      <legend className="unseen">{t('ranking.show')}</legend>
      <Pill isOn={!temperature && !attended} onPress={() => onChange({ temperature: '', attended: '' })}>
        {t('ranking.everybody')}
      </Pill>
      {temperatures.map((each) => (
        <Pill
          key={each}
          isOn={temperature === each}
          onPress={() => onChange({ temperature: temperature === each ? '' : each })}
        >
          {t(`ranking.temperature.${each}`)}
        </Pill>
      ))}
      <i className={style.between} />
      {presences.map((each) => (
        <Pill key={each} isOn={attended === each} onPress={() => onChange({ attended: attended === each ? '' : each })}>
          {t(`ranking.attended.${each}`)}
        </Pill>
      ))}
    </fieldset>
  )
}

function Pill({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={style.pill} aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  )
}
