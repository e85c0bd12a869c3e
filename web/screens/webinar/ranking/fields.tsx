import { useTranslation } from 'react-i18next'
import { FUNNEL_STEPS } from '../../../../src/domain/funnel.ts'
import { ORDERS } from '../../../../src/domain/ranking.ts'
import { STAGES } from '../../../../src/domain/stage.ts'
import { phone, useMedia } from '../../../media.ts'
import { useTyped } from '../../../typed.ts'
import style from './narrowing.module.css'
import type { Narrowing } from './pills.tsx'

const beyond = 'reached:'

/** Part of a name, a stage, the least score; on a phone the order too, which elsewhere the heads of the columns change. */
export function Fields({ filters: { q = '', stage = '', reached, minScore = '', sort }, onChange }: Narrowing) {
  const { t } = useTranslation(['webinar', 'common'])
  const isPhone = useMedia(phone)
  const there = STAGES.map((each) => [each, t(`common:stage.${each}`)] as const)
  const further = FUNNEL_STEPS.map((each) => [`${beyond}${each}`, t(`funnel.stage.${each}`)] as const)
  const orders = ORDERS.map((each) => [each, t(`ranking.orderBy.${each}`)] as const)
  return (
    <div className={style.fields}>
      <Typed
        name={t('ranking.search')}
        placeholder={t('ranking.searchFor')}
        type="search"
        value={q}
        send={(q) => onChange({ q })}
      />
      {isPhone && (
        <Chosen
          name={t('ranking.orderedBy')}
          value={sort ?? 'webinar'}
          options={orders}
          onChange={(sort) => onChange({ sort: sort === 'score' ? sort : '' })}
        />
      )}
      <Chosen
        name={t('ranking.stage')}
        value={reached ? beyond + reached : stage}
        options={[['', t('ranking.anyStage')]]}
        groups={[
          [t('ranking.there'), there],
          [t('ranking.further'), further],
        ]}
        onChange={(chosen) =>
          onChange(
            chosen.startsWith(beyond)
              ? { stage: '', reached: chosen.slice(beyond.length) }
              : { stage: chosen, reached: '' },
          )
        }
      />
      <Typed
        name={t('ranking.minScore')}
        placeholder={t('ranking.minScore')}
        type="text"
        inputMode="numeric"
        value={minScore}
        send={(minScore) => onChange({ minScore })}
      />
    </div>
  )
}

type Options = readonly (readonly [string, string])[]

function Chosen(props: {
  name: string
  value: string
  options: Options
  groups?: readonly (readonly [string, Options])[]
  onChange: (value: string) => void
}) {
  const { name, value, options, groups = [], onChange } = props
  return (
    <select className={style.field} aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
      <OptionList options={options} />
      {groups.map(([title, each]) => (
        <optgroup key={title} label={title}>
          <OptionList options={each} />
        </optgroup>
      ))}
    </select>
  )
}

function OptionList({ options }: { options: Options }) {
  return options.map(([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ))
}

function Typed(props: {
  name: string
  placeholder: string
  type: 'search' | 'text'
  inputMode?: 'numeric'
  value: string
  send: (value: string) => void
}) {
  const { name, value, send, ...rest } = props
  const [typed, setTyped] = useTyped(value, send)
  return (
    <input
      {...rest}
      className={style.field}
      aria-label={name}
      dir={typed ? 'auto' : undefined}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
