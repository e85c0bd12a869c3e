import { type ReactNode, useId } from 'react'
import { useFormat } from '../../format.ts'
import style from './reconciliation.module.css'

/** A list of the sheet under its title and its number; `id` is where the figures lead. */
export function ListCard(props: { id: string; title: string; count: number; none: string; children: ReactNode }) {
  const { id, title, count, none, children } = props
  const heading = useId()
  const format = useFormat()
  return (
    <section id={id} className={style.card} aria-labelledby={heading}>
      <div className={style.head}>
        <h2 id={heading}>{title}</h2>
        {count > 0 && <span className={style.count}>{format.count(count)}</span>}
      </div>
      {count === 0 ? <p className={style.mute}>{none}</p> : children}
    </section>
  )
}
