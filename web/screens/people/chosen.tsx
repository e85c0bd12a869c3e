import style from './narrowing.module.css'

/** One of several; a value that is none of them stays as it is written. */
export function Chosen(props: {
  name: string
  value: string
  options: readonly (readonly [value: string, words: string])[]
  onChange: (value: string) => void
}) {
  const { name, value, options, onChange } = props
  const isKnown = options.some(([each]) => each === value)
  return (
    <select
      className={style.field}
      aria-label={name}
      value={value}
      data-on={value !== '' || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  )
}
