import style from './share-bar.module.css'

/** How large a share is, 0 to 1, as a bar that fills what it stands in; nothing for nobody. */
export function ShareBar({ share, count }: { share: number | null; count: number }) {
  return count > 0 && <i className={style.bar} style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
}
