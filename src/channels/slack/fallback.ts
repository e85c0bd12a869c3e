import type { Told } from '../told/told.ts'
import { escaped, literal } from './escape.ts'

/** The message without blocks, short: for notifications, and for Slack-alikes such as Mattermost. */
export function fallbackOf({ direction, symbol, title, parts, links }: Told): string {
  const mark = direction === 'rtl' ? '\u200f' : ''
  const lines = parts.flatMap((part) => {
    if (part.is === 'lines') return part.lines.map((line) => literal(line, 200))
    if (part.is === 'contacts')
      return part.contacts.map(({ symbol, text, href }) => {
        return `${symbol} ${href ? escaped(text, 200) : literal(text, 200)}`
      })
    if (part.is === 'quotes') return part.quotes.map(({ text }) => literal(text, 200))
    return part.is === 'people' && part.left > 0 ? [part.rest(part.left)] : []
  })
  const open = links.map(({ label, url }) => `<${url}|${label}>`).join('  ')
  return [`${symbol} ${literal(title, 200)}`, ...lines.slice(0, 6), open]
    .filter((line) => line !== '')
    .map((line) => mark + line)
    .join('\n')
}
