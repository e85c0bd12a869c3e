import { useTranslation } from 'react-i18next'
import { Between, Pills, TogglePill } from '../../../parts/pills.tsx'
import { useTopicName } from '../../../parts/topic-name.ts'
import { type Filters, presences, temperatures } from './filters.ts'

export interface Narrowing {
  filters: Filters
  onChange: (changed: Filters) => void
}

/** Who is shown: by temperature, by how they took part, and who spoke of buying; a second press takes one back. */
export function WhoPills({ filters: { temperature, attended, buying }, onChange }: Narrowing) {
  const { t } = useTranslation('webinar')
  const nameOf = useTopicName()
  return (
    <Pills label={t('ranking.show')} pressed={[temperature, attended, buying].join()}>
      <TogglePill
        isOn={!temperature && !attended && !buying}
        onPress={() => onChange({ temperature: '', attended: '', buying: '' })}
      >
        {t('ranking.everybody')}
      </TogglePill>
      {temperatures.map((each) => (
        <TogglePill
          key={each}
          isOn={temperature === each}
          onPress={() => onChange({ temperature: temperature === each ? '' : each })}
        >
          {t(`ranking.temperature.${each}`)}
        </TogglePill>
      ))}
      <Between />
      {presences.map((each) => (
        <TogglePill
          key={each}
          isOn={attended === each}
          onPress={() => onChange({ attended: attended === each ? '' : each })}
        >
          {t(`ranking.attended.${each}`)}
        </TogglePill>
      ))}
      <Between />
      <TogglePill isOn={Boolean(buying)} onPress={() => onChange({ buying: buying ? '' : 'true' })}>
        {buying && buying !== 'true' ? t('ranking.askedAbout', { topic: nameOf(buying) }) : t('ranking.askedToBuy')}
      </TogglePill>
    </Pills>
  )
}
