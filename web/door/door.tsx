import type { ReactNode } from 'react'
import { Looks } from '../frame/looks.tsx'
import { Mark } from '../frame/mark.tsx'
import style from './door.module.css'

/** What stands around the screens that need no session: signing in and setting up. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={style.door}>
      <header>
        <Mark />
      </header>
      <main className={style.main}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className={style.looks}>
        <Looks />
      </footer>
    </div>
  )
}
