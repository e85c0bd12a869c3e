import { Missed } from './marks.ts'
import type { Figures, Form, Row } from './row.ts'

/** What became of a row. `why`: what was missed, or which tool there is not. */
export interface Outcome {
  number: number
  name: string
  mark: string
  outcome: 'reached' | 'missed' | 'not run'
  figures: Figures
  why: string | null
  seconds: number
}

/** Runs a row and cleans up behind it, whatever happens. A row without its tool is not run, which is no pass. */
export async function outcomeOf(row: Row, wish: Omit<Form, 'atEnd'>): Promise<Outcome> {
  const { number, name, mark } = row
  const head = { number, name, mark: mark[wish.size] }
  const missing = row.missing?.(wish.size) ?? null
  if (missing !== null) return { ...head, outcome: 'not run', figures: {}, why: missing, seconds: 0 }
  const begin = performance.now()
  const seconds = () => Number(((performance.now() - begin) / 1000).toFixed(1))
  const undos: (() => void)[] = []
  const undoAll = () => {
    for (const undo of undos.splice(0).toReversed()) undo()
  }
  process.once('exit', undoAll)
  try {
    const figures = await row.run({ ...wish, atEnd: (undo) => void undos.push(undo) })
    return { ...head, outcome: 'reached', figures, why: null, seconds: seconds() }
  } catch (error) {
    const figures = error instanceof Missed ? error.figures : {}
    return { ...head, outcome: 'missed', figures, why: wordsOf(error), seconds: seconds() }
  } finally {
    undoAll()
    process.off('exit', undoAll)
  }
}

/** An error that is no missed mark is shown with the place where it was thrown. */
function wordsOf(error: unknown): string {
  if (error instanceof Missed) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
