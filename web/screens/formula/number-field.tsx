import { type KeyboardEvent, useId, useState } from 'react'
import style from './number-field.module.css'

/**
 * A number in a row: stored when it is left or Enter is pressed, given up with Escape. `read` gives null for what is
 * none; `wrong` says then what is allowed.
 */
export function NumberField(props: {
  label: string
  value: number
  write: (value: number) => string
  read: (text: string) => number | null
  wrong: string
  send: (value: number) => void
}) {
  const { label, value, write, read, wrong, send } = props
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && read(typed) === null

  function leave() {
    const next = typed === null ? null : read(typed)
    if (typed !== null && next === null) return
    setTyped(null)
    if (next !== null && next !== value) send(next)
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') leave()
    if (event.key === 'Escape') setTyped(null)
  }

  return (
    <span className={style.number}>
      <input
        dir="ltr"
        size={6}
        autoComplete="off"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? id : undefined}
        value={typed ?? write(value)}
        onChange={({ target }) => setTyped(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={leave}
        onKeyDown={press}
      />
      {isWrong && (
        <small id={id} role="alert">
          {wrong}
        </small>
      )}
    </span>
  )
}
