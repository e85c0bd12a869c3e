import { useTranslation } from 'react-i18next'
import { ORDERS } from '../../../../src/domain/ranking.ts'
import { STAGES } from '../../../../src/domain/stage.ts'
import { phone, useMedia } from '../../../media.ts'
import { useTyped } from '../../../typed.ts'
import style from './narrowing.module.css'
import type { Narrowing } from './pills.tsx'

/** Part of a name, a stage, the least score; on a phone the order too, which elsewhere the heads of the columns change. */
export function Fields({ filters: { q = '', stage = '', minScore = '', sort }, onChange }: Narrowing) {
  const { t } = useTranslation(['webinar', 'common'])
  const isPhone = useMedia(phone)
  const stages = STAGES.map((each) => [each, t(`common:stage.${each}`)] as const)
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
        value={stage}
        options={[['', t('ranking.anyStage')], ...stages]}
        onChange={(stage) => onChange({ stage })}
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

function Chosen(props: {
  name: string
  value: string
  options: readonly (readonly [string, string])[]
  onChange: (value: string) => void
}) {
  const { name, value, options, onChange } = props
  return (
    <select className={style.field} aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  )
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
