import type { ReactNode } from 'react'
import style from './choice.module.css'

/** One of several, by the browser's own list: it works with every keyboard, screen reader and phone. */
export function Choice<Value extends string>(props: {
  label: string
  value: Value
  options: readonly (readonly [Value, string])[]
  onChange: (value: Value) => void
  hint?: ReactNode
  name?: string
}) {
  const { label, value, options, onChange, hint, name } = props
  return (
    <label className={style.choice}>
      <span>{label}</span>
      <select name={name} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      {hint && <small>{hint}</small>}
    </label>
  )
}
