import style from './frame.module.css'

/** The name with its seed. */
export function Mark() {
  return (
    <span className={style.mark} translate="no">
      <span className={style.seed} aria-hidden="true" />
      Ripen
    </span>
  )
}
