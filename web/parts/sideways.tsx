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

/** Keeps in sight where one is and says on which sides a row goes on, as long as it stands, however wide its links become. */
function markEnds(row: HTMLElement | null) {
  if (!row) return
  const mark = () => {
    const passed = Math.abs(row.scrollLeft)
    const left = row.scrollWidth - row.clientWidth - passed
    row.dataset.more = `${passed > 1 ? 'before ' : ''}${left > 1 ? 'behind' : ''}`
  }
  const sizes = new ResizeObserver(() => {
    intoSight(row.querySelector<HTMLAnchorElement>('[aria-current]'))
    mark()
  })
  for (const each of [row, ...row.children]) sizes.observe(each)
  row.addEventListener('scroll', mark, { passive: true })
  return () => {
    sizes.disconnect()
    row.removeEventListener('scroll', mark)
  }
}

/** So much of its neighbours shows beside a link, px. */
const beside = 32

/** Brings a link of such a row into sight. `scrollIntoView` would also move where Tab goes on from. */
export function intoSight(link: HTMLAnchorElement | null): void {
  const row = link?.parentElement
  if (!row) return
  const [here, seen] = [link.getBoundingClientRect(), row.getBoundingClientRect()]
  const beyond = Math.max(0, here.right + beside - seen.right) + Math.min(0, here.left - beside - seen.left)
  row.scrollBy({ left: beyond })
}
