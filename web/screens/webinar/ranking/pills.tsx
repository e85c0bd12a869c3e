import { type ReactNode, useEffect, useRef } from 'react'
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
  const pills = useRef<HTMLFieldSetElement>(null)
  useEffect(() => showPressed(pills.current!), [temperature, attended])
  return (
    <fieldset className={style.pills} ref={pills}>
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

/** On a phone the pills stand in one line that scrolls: the pressed one is brought into it, and the page stays. */
function showPressed(pills: HTMLElement): void {
  const pressed = [...pills.querySelectorAll('[aria-pressed=true]')].at(-1)
  if (!pressed) return
  const [line, pill] = [pills.getBoundingClientRect(), pressed.getBoundingClientRect()]
  const beyond = Math.max(0, pill.right - line.right) || Math.min(0, pill.left - line.left)
  pills.scrollBy({ left: beyond })
}
