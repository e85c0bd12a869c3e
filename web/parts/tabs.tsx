import { Link } from 'wouter'
import style from './tabs.module.css'

export interface Tab {
  href: string
  name: string
  isHere: boolean
}

/** The way between screens that belong together. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={style.tabs}>
      {tabs.map(({ href, name, isHere }) => (
        <Link key={href} ref={isHere ? intoSight : null} href={href} aria-current={isHere ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** On a phone the tabs are wider than the screen. `scrollIntoView` would also move where Tab goes on from. */
export function intoSight(link: HTMLAnchorElement | null): void {
  if (!link) return
  const [tab, tabs] = [link.getBoundingClientRect(), link.parentElement!.getBoundingClientRect()]
  const beyond = Math.max(0, tab.right - tabs.right) + Math.min(0, tab.left - tabs.left)
  link.parentElement!.scrollBy({ left: beyond })
}
