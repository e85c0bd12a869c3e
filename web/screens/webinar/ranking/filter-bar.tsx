import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { STAGES } from '../../../../src/domain/stage.ts'
import { phone, useMedia } from '../../../media.ts'
import { useTyped } from '../../../typed.ts'
import style from './filter-bar.module.css'
import { type Filters, presences, temperatures } from './filters.ts'

/** What the list is narrowed down to, beside its title. */
export function FilterBar(props: { filters: Filters; onChange: (changed: Filters) => void; children: ReactNode }) {
  const { filters, onChange, children } = props
  const { t } = useTranslation(['webinar', 'common'])
  const isPhone = useMedia(phone)
  const { temperature, attended, stage = '' } = filters
  return (
    <div className={style.bar}>
      <div className={style.title}>{children}</div>
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
          <Pill
            key={each}
            isOn={attended === each}
            onPress={() => onChange({ attended: attended === each ? '' : each })}
          >
            {t(`ranking.attended.${each}`)}
          </Pill>
        ))}
      </fieldset>
      <div className={style.fields}>
        <Typed
          name={t('ranking.search')}
          type="search"
          value={filters.q ?? ''}
          placeholder={t('ranking.searchFor')}
          send={(q) => onChange({ q })}
        />
        {isPhone && (
          <label className={style.field}>
            <span className="unseen">{t('ranking.orderedBy')}</span>
            <select value={filters.sort ?? 'webinar'} onChange={(event) => onChange({ sort: event.target.value })}>
              {(['webinar', 'score'] as const).map((each) => (
                <option key={each} value={each}>
                  {t(`ranking.orderBy.${each}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={style.field}>
          <span className="unseen">{t('ranking.stage')}</span>
          <select value={stage} onChange={(event) => onChange({ stage: event.target.value })}>
            <option value="">{t('ranking.anyStage')}</option>
            {STAGES.map((each) => (
              <option key={each} value={each}>
                {t(`common:stage.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Typed
          name={t('ranking.minScore')}
          type="text"
          inputMode="numeric"
          value={filters.minScore ?? ''}
          placeholder={t('ranking.minScore')}
          send={(minScore) => onChange({ minScore })}
        />
      </div>
    </div>
  )
}

function Pill({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={style.pill} aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  )
}

function Typed(props: {
  name: string
  type: 'search' | 'text'
  inputMode?: 'numeric'
  value: string
  placeholder: string
  send: (value: string) => void
}) {
  const { name, value, send, ...rest } = props
  const [typed, setTyped] = useTyped(value, send)
  const id = useId()
  return (
    <div className={style.field}>
      <label htmlFor={id} className="unseen">
        {name}
      </label>
      <input
        {...rest}
        id={id}
        dir={typed ? 'auto' : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
