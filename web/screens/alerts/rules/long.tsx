import { useId } from 'react'
import { useRefused } from '../../../parts/form.tsx'
import style from './rules.module.css'

/** A text of several lines in a form, as a list that is pasted. */
export function Long(props: {
  name: string
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
}) {
  const { name, label, hint, value, onChange } = props
  const id = useId()
  const refused = useRefused(name)
  return (
    <div className={style.long}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={4}
        dir="auto"
        aria-describedby={`${id}-hint`}
        aria-invalid={refused !== undefined || undefined}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <small id={`${id}-hint`}>{hint}</small>
      {refused && <small role="alert">{refused}</small>}
    </div>
  )
}
