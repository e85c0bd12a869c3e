import { Refused } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'

/** Where in a file something is: `line` as an editor counts, `column` the cell in that line, both from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

/** Turns the whole file away. `words` say what was found and what to do instead. */
export function refuse(words: Words, { file, line, column }: Place): never {
  throw new Refused('invalid', words, { file, line, column })
}

/** A cell's text as a sentence can carry it. */
export function cited(text: string): string {
  const short = text.replace(/\s+/g, ' ').slice(0, 60)
  return `${short}${short.length < text.length && text.length > 60 ? '…' : ''}`
}
