import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useTopicName } from '../../../parts/topic-name.ts'
import { type Filters, presences, temperatures } from './filters.ts'
import style from './narrowing.module.css'

export interface Narrowing {
  filters: Filters
  onChange: (changed: Filters) => void
}

/** Who is shown: by temperature, by how they took part, and who spoke of buying; a second press takes one back. */
export function Pills({ filters: { temperature, attended, buying }, onChange }: Narrowing) {
  const { t } = useTranslation('webinar')
  const nameOf = useTopicName()
  const pills = useRef<HTMLFieldSetElement>(null)
  useEffect(() => showPressed(pills.current!), [temperature, attended, buying])
  return (
    <fieldset className={style.pills} ref={pills}>
      <legend className="unseen">{t('ranking.show')}</legend>
      <Pill
        isOn={!temperature && !attended && !buying}
        onPress={() => onChange({ temperature: '', attended: '', buying: '' })}
      >
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
      <i className={style.between} />
      <Pill isOn={Boolean(buying)} onPress={() => onChange({ buying: buying ? '' : 'true' })}>
        {buying && buying !== 'true' ? t('ranking.askedAbout', { topic: nameOf(buying) }) : t('ranking.askedToBuy')}
      </Pill>
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
