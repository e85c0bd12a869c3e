import type { Cell } from './presence.ts'
import type { Part } from './told.ts'

const SIGNS: Readonly<Record<Cell, string>> = { live: '█', replay: '▒', away: '░' }

/** The strip as two lines of text: the cells in the order of time, whatever the language, and what they mean. */
export function stripText({ cells, legend, sum }: Extract<Part, { is: 'strip' }>): [string, string] {
  const shown = (Object.keys(SIGNS) as Cell[]).filter((cell) => cell !== 'replay' || cells.includes('replay'))
  const meaning = shown.map((cell) => `${SIGNS[cell]} ${legend[cell]}`).join('  ')
  return [`\u2066${cells.map((cell) => SIGNS[cell]).join('')}\u2069`, `${sum}   (${meaning})`]
}
