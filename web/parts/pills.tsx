import { type ReactNode, useEffect, useRef } from 'react'
import style from './pills.module.css'

/** Choices in sight, each on or off. `pressed` tells which are on, in any words: when it changes they come into sight. */
export function Pills({ label, pressed, children }: { label: string; pressed: string; children: ReactNode }) {
  const pills = useRef<HTMLFieldSetElement>(null)
  useEffect(() => showPressed(pills.current!), [pressed])
  return (
    <fieldset className={style.pills} ref={pills}>
      <legend className="unseen">{label}</legend>
      {children}
    </fieldset>
  )
}

export function TogglePill({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={style.pill} aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  )
}

/** What keeps two kinds of choices apart. */
export function Between() {
  return <i className={style.between} />
}

/** On a phone the pills stand in one line that scrolls: the pressed one is brought into it, and the page stays. */
function showPressed(pills: HTMLElement): void {
  const pressed = [...pills.querySelectorAll('[aria-pressed=true]')].at(-1)
  if (!pressed) return
  const [line, pill] = [pills.getBoundingClientRect(), pressed.getBoundingClientRect()]
  const beyond = Math.max(0, pill.right - line.right) || Math.min(0, pill.left - line.left)
  pills.scrollBy({ left: beyond })
}
