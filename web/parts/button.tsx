import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'
import style from './button.module.css'

/** `go` is the one thing a screen is for; there is at most one of it in sight. */
export function Button({ go = false, ...props }: ButtonProps & { go?: boolean }) {
  return <AriaButton {...props} className={`${style.button} ${go ? style.go : ''}`} />
}

/** A link that looks like a button: it leads somewhere, or downloads. */
export const buttonLink = ({ go = false } = {}) => `${style.button} ${go ? style.go : ''}`
