import type { ReactNode } from 'react'
import style from './pill.module.css'

/** A small label beside a title. `live` is the one that glows. */
export function Pill({ children, live = false }: { children: ReactNode; live?: boolean }) {
  return <span className={`${style.pill} ${live ? style.live : ''}`}>{children}</span>
}
