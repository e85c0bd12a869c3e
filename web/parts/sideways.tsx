import type { ReactNode } from 'react'
import style from './sideways.module.css'

/** Links side by side that may be wider than the screen: where more of them follow, the row fades. */
export function Sideways(props: { label: string; className: string | undefined; children: ReactNode }) {
  const { label, className, children } = props
  return (
    <nav ref={markEnds} aria-label={label} className={`${style.sideways} ${className}`}>
      {children}
    </nav>
  )
}

/** Says on which sides a row goes on, as long as it stands. */
function markEnds(row: HTMLElement | null) {
  if (!row) return
  const mark = () => {
    const passed = Math.abs(row.scrollLeft)
    const left = row.scrollWidth - row.clientWidth - passed
    row.dataset.more = `${passed > 1 ? 'before ' : ''}${left > 1 ? 'behind' : ''}`
  }
  const sizes = new ResizeObserver(mark)
  for (const each of [row, ...row.children]) sizes.observe(each)
  row.addEventListener('scroll', mark, { passive: true })
  return () => {
    sizes.disconnect()
    row.removeEventListener('scroll', mark)
  }
}

/** So much of its neighbours shows beside a link, px. */
const beside = 32

/**
 * Brings a link into sight, also when its letters turn out wider than those that stood in for them. `scrollIntoView`
 * would also move where Tab goes on from.
 */
export function intoSight(link: HTMLAnchorElement | null): void {
  if (!link) return
  const show = () => {
    const row = link.parentElement
    if (!row) return
    const [here, seen] = [link.getBoundingClientRect(), row.getBoundingClientRect()]
    const beyond = Math.max(0, here.right + beside - seen.right) + Math.min(0, here.left - beside - seen.left)
    row.scrollBy({ left: beyond })
  }
  show()
  void document.fonts.ready.then(show)
}
