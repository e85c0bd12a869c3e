import { useId } from 'react'
import style from './bar.module.css'

/** How far something is, in words and as a bar; `share` null: it is not known how far. */
export function Bar({ share, words }: { share: number | null; words: string }) {
  const id = useId()
  return (
    <div className={style.progress} role="status">
      <p id={id}>{words}</p>
      <progress aria-labelledby={id} {...(share === null ? {} : { value: share, max: 1 })} />
    </div>
  )
}
