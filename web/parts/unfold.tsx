import type { ReactNode } from 'react'
import style from './unfold.module.css'

/** Shows, in its place, what was left out for brevity. */
export function Unfold({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={style.unfold} onClick={onPress}>
      {children}
    </button>
  )
}
