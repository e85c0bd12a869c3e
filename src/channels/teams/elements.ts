import { stripText } from '../told/strip-text.ts'
import type { Contact, Part, PersonLine, Told } from '../told/told.ts'

interface Run {
  type: 'TextRun'
  text: string
  weight?: 'Bolder'
  size?: 'Large' | 'Small'
  isSubtle?: true
  selectAction?: { type: 'Action.OpenUrl'; url: string }
}

/** Teams reads no Markdown in its runs, so what others wrote stays what it is. */
export interface CardElement {
  type: 'RichTextBlock'
  inlines: Run[]
  spacing?: 'None' | 'Medium'
}

/** One block of text after the other; what belongs together stands close. */
export function bodyOf({ symbol, title, parts, foot }: Told): CardElement[] {
  const head = line([{ ...run(`${symbol} ${title}`), weight: 'Bolder', size: 'Large' }])
  const small = foot ? [line([{ ...run(foot), ...subtle }], 'Medium')] : []
  return [head, ...parts.flatMap((part) => close(linesOf(part))), ...small]
}

function linesOf(part: Part): Run[][] {
  switch (part.is) {
    case 'lines':
      return part.lines.map((text) => [run(text)])
    case 'contacts':
      return part.contacts.map((contact) => contactOf(contact))
    case 'quotes':
      return [
        [bold(part.heading)],
        ...part.quotes.map(({ before, text, after }) => [
          ...(before ? [run(`${before} `)] : []),
          run(text),
          ...(after ? [{ ...run(` – ${after}`), isSubtle: true as const }] : []),
        ]),
      ]
    case 'strip': {
      const [cells, meaning] = stripText(part)
      return [[run(cells)], [{ ...run(meaning), ...subtle }]]
    }
    case 'points':
      return [
        [bold(part.heading)],
        ...part.lines.map(({ points, text }) => [bold(`\u2066${points}\u2069  `), run(text)]),
      ]
    case 'people':
      return [...part.lines.map(personLine), ...(part.left > 0 ? [[run(part.rest(part.left))]] : [])]
  }
}

const subtle = { size: 'Small', isSubtle: true } as const

function contactOf({ symbol, text, href }: Contact): Run[] {
  return [run(`${symbol} `), href ? linked(text, href) : run(text)]
}

function personLine({ score, text, url }: PersonLine): Run[] {
  const shown = bold(score)
  return [url ? { ...shown, selectAction: { type: 'Action.OpenUrl', url } } : shown, run(`  ${text}`)]
}

function linked(text: string, url: string): Run {
  return { ...run(text), selectAction: { type: 'Action.OpenUrl', url } }
}

function run(text: string): Run {
  return { type: 'TextRun', text }
}

function bold(text: string): Run {
  return { ...run(text), weight: 'Bolder' }
}

function line(inlines: Run[], spacing?: 'None' | 'Medium'): CardElement {
  return spacing ? { type: 'RichTextBlock', inlines, spacing } : { type: 'RichTextBlock', inlines }
}

function close(lines: Run[][]): CardElement[] {
  return lines.map((inlines, index) => line(inlines, index === 0 ? 'Medium' : 'None'))
}
