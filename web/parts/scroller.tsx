import type { ReactNode } from 'react'

/** A part of a screen that scrolls by itself, in either direction as its style says. */
export function Scroller(props: { name: string; className: string | undefined; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody can scroll by keyboard, as not every browser does it by itself (WCAG 2.1.1)
    <section className={props.className} tabIndex={0} aria-label={props.name}>
      {props.children}
    </section>
  )
}
