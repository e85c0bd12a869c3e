import { useEffect, useState } from 'react'

type Colours<Name extends string> = Record<Name, string>

/** Colours of the present look as a canvas needs them: worked out, since it knows no custom properties. */
function readColours<Name extends string>(names: readonly Name[]): Colours<Name> {
  const probe = document.createElement('span')
  document.body.append(probe)
  const read = names.map((name) => {
    probe.style.color = `var(--${name})`
    return [name, getComputedStyle(probe).color] as const
  })
  probe.remove()
  return Object.fromEntries(read) as Colours<Name>
}

/** The named colours, again whenever light and dark change places. */
export function useColours<Name extends string>(...names: Name[]): Colours<Name> {
  const wanted = names.join()
  const [colours, setColours] = useState(() => readColours(names))
  useEffect(() => {
    const change = () => setColours(readColours(wanted.split(',') as Name[]))
    const chosen = new MutationObserver(change)
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', change)
    return () => {
      chosen.disconnect()
      system.removeEventListener('change', change)
    }
  }, [wanted])
  return colours
}

/** A colour that lets through what is below it; `share` of it stays. */
export function faded(colour: string, share: number): string {
  return `color-mix(in srgb, ${colour} ${share * 100}%, transparent)`
}
