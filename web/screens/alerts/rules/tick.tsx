import type { ReactNode } from 'react'
import style from './rules.module.css'

/** Yes or no, with its words beside it. */
export function Tick(props: { name?: string; isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }) {
  const { name, isOn, onChange, children } = props
  return (
    <label className={style.tick}>
      <input name={name} type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  )
}
