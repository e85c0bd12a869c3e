import { Link } from 'wouter'
import { Sideways } from './sideways.tsx'
import style from './tabs.module.css'

export interface Tab {
  href: string
  name: string
  isHere: boolean
}

/** The way between screens that belong together. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <Sideways label={label} className={style.tabs}>
      {tabs.map(({ href, name, isHere }) => (
        <Link key={href} href={href} aria-current={isHere ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </Sideways>
  )
}
