import type { Figures } from './row.ts'

/** What one figure must be. */
export interface Mark {
  words: string
  reachedBy(figure: string | number): boolean
}

export function is(wanted: string | number): Mark {
  return { words: `= ${wanted}`, reachedBy: (figure) => figure === wanted }
}

export function atMost(most: number): Mark {
  return { words: `≤ ${most.toLocaleString('en')}`, reachedBy: (figure) => Number(figure) <= most }
}

export function atLeast(least: number): Mark {
  return { words: `≥ ${least.toLocaleString('en')}`, reachedBy: (figure) => Number(figure) >= least }
}

/** A row did what it had to do, and what was seen is not what it must be. */
export class Missed extends Error {
  readonly figures: Figures

  constructor(figures: Figures, words: string) {
    super(words)
    this.figures = figures
  }
}

/** The figures, when every one that has a mark reaches it; else throws `Missed`, which names those that do not. */
export function reaching(figures: Figures, marks: Record<string, Mark>): Figures {
  const missed = Object.entries(marks).filter(([name, mark]) => !(name in figures && mark.reachedBy(figures[name]!)))
  if (missed.length === 0) return figures
  const words = missed.map(([name, mark]) => `${name}: ${figures[name] ?? 'not seen'}, must be ${mark.words}`)
  throw new Missed(figures, words.join('; '))
}
