import type { ReactNode } from 'react'
import style from './state.module.css'

/** Nothing is here yet: why, and what to do next. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={style.empty}>
      <p className={style.title}>{title}</p>
      {children}
    </div>
  )
}
