import { afterAll, beforeAll } from 'vitest'
import type { AtEnd } from './process/running.ts'

/** What all tests of a file use, made once and undone after the last of them. */
export function shared<T>(make: (atEnd: AtEnd) => Promise<T>, timeout?: number): () => T {
  const undo: (() => void)[] = []
  let made: T
  beforeAll(async () => {
    made = await make((each) => undo.unshift(each))
  }, timeout)
  afterAll(() => {
    for (const each of undo) each()
  })
  return () => made
}
