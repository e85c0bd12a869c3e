import { stripText } from '../told/strip-text.ts'
import type { Contact, Link, Part, PersonLine, Quote, Told } from '../told/told.ts'
import { escaped, literal } from './escape.ts'

interface Text {
  type: 'plain_text' | 'mrkdwn'
  text: string
  emoji?: boolean
  /** Addresses and names in it are not made links by Slack. */
  verbatim?: boolean
}

interface Button {
  type: 'button'
  text: Text
  url: string
  action_id: string
  style?: 'primary'
}

export type Block =
  | { type: 'header'; text: Text }
  | { type: 'section'; text: Text }
  | { type: 'context'; elements: Text[] }
  | { type: 'actions'; elements: Button[] }

/** Begins a line from the right where Slack would guess by its first letter. */
const RIGHT_TO_LEFT = '\u200f'

/** Of a header 150 signs are allowed, of a section 3,000; what others wrote is plain text, which Slack does not read. */
export function blocksOf({ direction, symbol, title, parts, links, foot }: Told): Block[] {
  const mark = direction === 'rtl' ? RIGHT_TO_LEFT : ''
  const blocks: Block[] = [
    { type: 'header', text: { type: 'plain_text', text: mark + escaped(`${symbol} ${title}`, 149), emoji: true } },
    ...parts.flatMap((part) => blocksOfPart(part, mark)),
  ]
  if (links.length > 0) blocks.push({ type: 'actions', elements: links.map(button) })
  if (foot) blocks.push({ type: 'context', elements: [plainText(mark + escaped(foot, 400))] })
  return blocks
}

function blocksOfPart(part: Part, mark: string): Block[] {
  switch (part.is) {
    case 'lines':
      return [section(part.lines.map((line) => mark + escaped(line, 500)))]
    case 'contacts':
      return [formatted(part.contacts.map((contact) => mark + contactOf(contact)))]
    case 'quotes':
      return [section([mark + part.heading, ...part.quotes.map((quote) => mark + escaped(quoteLine(quote), 700))])]
    case 'strip':
      return [section(stripText(part).map((line) => mark + line))]
    case 'points':
      return [
        section([
          mark + part.heading,
          ...part.lines.map(({ points, text }) => `${mark}\u2066${points}\u2069  ${escaped(text, 400)}`),
        ]),
      ]
    case 'people':
      return [
        ...part.lines.map((line) => formatted([mark + personLine(line)])),
        ...(part.left > 0 ? [section([mark + part.rest(part.left)])] : []),
      ]
  }
}

export function quoteLine({ before, text, after }: Quote): string {
  return [before, text, after && `– ${after}`].filter(Boolean).join(' ')
}

/** What is copied from a link must be the address itself. */
function contactOf({ symbol, text, href }: Contact): string {
  return `${symbol} ${href ? `<${href}|${escaped(text, 300)}>` : literal(text, 300)}`
}

/** The score is the link, for it is the one thing in the line that nobody else wrote. */
function personLine({ score, text, url }: PersonLine): string {
  return `*${url ? `<${url}|${score}>` : score}*  ${literal(text, 300)}`
}

function section(lines: readonly string[]): Block {
  return { type: 'section', text: plainText(lines.join('\n')) }
}

function formatted(lines: readonly string[]): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: lines.join('\n'), verbatim: true } }
}

function plainText(text: string): Text {
  return { type: 'plain_text', text, emoji: false }
}

function button({ label, url, isFirst }: Link, index: number): Button {
  const text: Text = { type: 'plain_text', text: label }
  return { type: 'button', text, url, action_id: `link_${index}`, ...(isFirst ? { style: 'primary' } : {}) }
}
