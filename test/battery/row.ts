/** One row of the battery: what is done to Ripen, and the mark that it must reach. */
export interface Row {
  /** Its number in the list of the battery. */
  number: number
  name: string
  /** What it must reach, in words, for the short and the long form. */
  mark: Record<Size, string>
  /** The tool that this machine lacks for a form of it, in words; null where it has all. */
  missing?(size: Size): string | null
  /** Does it and returns what was seen. Throws where the mark is missed. */
  run(form: Form): Promise<Figures>
}

/** `short`: a minute at most, with every `npm test`. `long`: as long as the mark asks for. */
export type Size = 'short' | 'long'

export interface Form {
  size: Size
  seed: number
  /** What is done at the end, whether the mark was reached or not: the last one first. */
  atEnd: (undo: () => void) => void
  /** Says how far it is. */
  progress(words: string): void
}

/** What was seen, by name: `{ kills: 50, acknowledged: 41210, lost: 0 }`. */
export type Figures = Record<string, string | number>
