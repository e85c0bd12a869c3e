import { Refused } from '../../../domain/refusal.ts'

/** Where in a file something is: `line` as an editor counts, `column` the cell in that line, both from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

/** Turns the whole file away. `words` say what was found and what to do instead. */
export function refuse(words: string, { file, line, column }: Place): never {
  throw new Refused('invalid', words, { file, line, column })
}

/** A cell's text as a sentence can carry it. */
export function quoted(text: string): string {
  const short = text.replace(/\s+/g, ' ').slice(0, 60)
  return `“${short}${short.length < text.length && text.length > 60 ? '…' : ''}”`
}

/** Where the files that Ripen reads come from. */
export const download =
  'In the Zoom web portal open Reports > Webinar, choose “Attendee Report” or “Registration Report” and download the CSV file'

export function refuseEmpty(file: string): never {
  return refuse(`The file is empty. ${download}.`, { file, line: 1, column: 1 })
}
