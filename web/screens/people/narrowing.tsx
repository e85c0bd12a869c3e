import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { STAGES } from '../../../src/domain/stage.ts'
import { Pills, TogglePill } from '../../parts/pills.tsx'
import { useSlug } from '../../session.ts'
import { useTyped } from '../../typed.ts'
import { advertisedStart, useWhen } from '../../when.ts'
import { useApi } from '../../workspace-api.ts'
import { webinarsQuery } from '../webinars/queries.ts'
import { Chosen } from './chosen.tsx'
import type { Filters } from './filters.ts'
import style from './narrowing.module.css'

const temperatures = ['hot', 'warm', 'cold'] as const
const parts = ['registered', 'yes', 'no_show', 'replay', 'watched'] as const
const lately = ['7', '30', '90', '365'] as const

interface Asked {
  filters: Filters
  onChange: (changed: Filters) => void
}

/** Who is shown: by ripeness, by words, by what is known of them, and by one webinar. */
export function Narrowing({ filters, onChange }: Asked) {
  const { t } = useTranslation(['people', 'common'])
  const { q = '', temperature = '', stage = '', activeWithinDays = '', minScore = '', grade = '', mail = '' } = filters
  const stages = STAGES.map((each) => [each, t(`common:stage.${each}`)] as const)
  return (
    <div className={style.narrowing}>
      <Pills label={t('show')} pressed={temperature}>
        <TogglePill isOn={!temperature} onPress={() => onChange({ temperature: '' })}>
          {t('everybody')}
        </TogglePill>
        {temperatures.map((each) => (
          <TogglePill
            key={each}
            isOn={temperature === each}
            onPress={() => onChange({ temperature: temperature === each ? '' : each })}
          >
            {t(each)}
          </TogglePill>
        ))}
      </Pills>
      <div className={style.fields}>
        <Typed name={t('search')} hint={t('searchFor')} value={q} send={(q) => onChange({ q })} />
        <Chosen
          name={t('active')}
          value={activeWithinDays}
          options={[['', t('anyTime')], ...lately.map((days) => [days, t(`within.${days}`)] as const)]}
          onChange={(activeWithinDays) => onChange({ activeWithinDays })}
        />
        <Chosen
          name={t('stage')}
          value={stage}
          options={[['', t('anyStage')], ['mql,sql,opportunity', t('mqlUp')], ...stages]}
          onChange={(stage) => onChange({ stage })}
        />
        <Typed name={t('minScore')} hint={t('minScore')} value={minScore} send={(minScore) => onChange({ minScore })} />
        <Chosen
          name={t('grade')}
          value={grade}
          options={[
            ['', t('anyGrade')],
            ['A,B', t('gradeUp')],
            ...(['A', 'B', 'C', 'D'] as const).map((each) => [each, t('gradeOnly', { grade: each })] as const),
          ]}
          onChange={(grade) => onChange({ grade })}
        />
        <OfWebinar filters={filters} onChange={onChange} />
        <Chosen
          name={t('mail')}
          value={mail}
          options={[
            ['', t('anyMail')],
            ['wanted', t('wanted')],
            ['unwanted', t('unwanted')],
          ]}
          onChange={(mail) => onChange({ mail })}
        />
      </div>
    </div>
  )
}

/** Who had to do with one webinar, and what they did there. */
function OfWebinar({ filters: { webinar = '', attended = '' }, onChange }: Asked) {
  const { t } = useTranslation('people')
  const when = useWhen()
  const { data = [] } = useQuery(webinarsQuery(useApi(), useSlug()))
  const webinars = data.map((each) => {
    const start = advertisedStart(each)
    return [each.id, [each.topic ?? each.platformId, start && when.day(start)].filter(Boolean).join(' · ')] as const
  })
  return (
    <>
      <Chosen
        name={t('webinar')}
        value={webinar}
        options={[['', t('anyWebinar')], ...webinars]}
        onChange={(webinar) => onChange(webinar ? { webinar } : { webinar, attended: '' })}
      />
      {webinar && (
        <Chosen
          name={t('attended')}
          value={attended}
          options={[['', t('anyPart')], ...parts.map((part) => [part, t(`part.${part}`)] as const)]}
          onChange={(attended) => onChange({ attended })}
        />
      )}
    </>
  )
}

function Typed(props: { name: string; hint: string; value: string; send: (value: string) => void }) {
  const { name, hint, value, send } = props
  const [typed, setTyped] = useTyped(value, send)
  return (
    <input
      type="text"
      className={style.field}
      aria-label={name}
      placeholder={hint}
      dir={typed ? 'auto' : undefined}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
