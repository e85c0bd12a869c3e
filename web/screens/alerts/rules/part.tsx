import type { ReactNode } from 'react'
import style from './rules.module.css'

/** A part of the sentence that a form is. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={style.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
