import { type ReactNode, useId } from 'react'
import style from './rules.module.css'

/** Yes or no, with its words beside it. */
export function Tick(props: { name?: string; isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }) {
  const { name, isOn, onChange, children } = props
  const id = useId()
  return (
    <div className={style.tick}>
      <input id={id} name={name} type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <label htmlFor={id}>{children}</label>
    </div>
  )
}
