import { Amount } from '../../../parts/ripeness.tsx'
import { Arrow } from '../arrow.tsx'
import style from './preview.module.css'

/** Two amounts and the way from one to the other, in the direction of the text. */
export function BeforeAfter({ before, after, signed = false }: { before: number; after: number; signed?: boolean }) {
  return (
    <span className={style.beforeAfter}>
      <Amount value={before} signed={signed} />
      <Arrow />
      <b>
        <Amount value={after} signed={signed} />
      </b>
    </span>
  )
}
