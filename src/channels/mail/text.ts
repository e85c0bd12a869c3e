import { stripText } from '../told/strip-text.ts'
import type { Part, Told } from '../told/told.ts'

/** A message as plain text, its parts with an empty line between. */
export function textOf({ direction, title, parts, links, foot }: Told): string {
  const mark = direction === 'rtl' ? '\u200f' : ''
  const blocks = [[title], ...parts.map(linesOf), links.map(({ label, url }) => `${label}: ${url}`), foot ? [foot] : []]
  const filled = blocks.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.map((line) => mark + line).join('\n')).join('\n\n')}\n`
}

function linesOf(part: Part): string[] {
  switch (part.is) {
    case 'lines':
      return [...part.lines]
    case 'contacts':
      return part.contacts.map(({ text }) => text)
    case 'quotes':
      return [
        part.heading,
        ...part.quotes.map(
          ({ before, text, after }) => `  ${[before, text, after && `– ${after}`].filter(Boolean).join(' ')}`,
        ),
      ]
    case 'strip':
      return stripText(part)
    case 'points':
      return [part.heading, ...part.lines.map(({ points, text }) => `  \u2066${points}\u2069  ${text}`)]
    case 'people':
      return [
        ...part.lines.flatMap(({ score, text, url }) => [`${score}  ${text}`, ...(url ? [`    ${url}`] : [])]),
        ...(part.left > 0 ? [part.rest(part.left)] : []),
      ]
  }
}
