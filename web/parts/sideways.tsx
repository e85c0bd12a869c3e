import type { ReactNode } from 'react'
import style from './sideways.module.css'

/** Links side by side that may be wider than the screen: the one of where one is stays in sight, and where more follow the row fades. */
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
  const show = () => {
    const here = row.querySelector('[aria-current]')
    if (here) intoSight(here, row)
    mark()
  }
  const sizes = new ResizeObserver(show)
  for (const each of [row, ...row.children]) sizes.observe(each)
  const turns = new MutationObserver(show)
  turns.observe(row, { subtree: true, attributeFilter: ['aria-current'] })
  row.addEventListener('scroll', mark, { passive: true })
  return () => {
    sizes.disconnect()
    turns.disconnect()
    row.removeEventListener('scroll', mark)
  }
}

/** So much of its neighbours shows beside a link, px. */
const beside = 32

/** Scrolls a row to one of its links. `scrollIntoView` would also move where Tab goes on from. */
function intoSight(link: Element, row: HTMLElement): void {
  const [here, seen] = [link.getBoundingClientRect(), row.getBoundingClientRect()]
  const beyond = Math.max(0, here.right + beside - seen.right) + Math.min(0, here.left - beside - seen.left)
  row.scrollBy({ left: beyond })
}
