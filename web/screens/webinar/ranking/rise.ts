import { useEffect, useRef, useState } from 'react'
import type { Ranked } from './use-ranking.ts'

type Scores = ReadonlyMap<string, number>
const nobody: ReadonlySet<string> = new Set()

/** Who has a higher score now than when they were seen before; a new face has not risen. */
export function risenSince(before: Scores, now: Scores): ReadonlySet<string> {
  return new Set([...now.keys()].filter((id) => now.get(id)! > (before.get(id) ?? Infinity)))
}

/** The people in the held pages whose score has just gone up; nobody while the list itself is another one. */
export function useRisen({ scores, filters }: Pick<Ranked, 'scores' | 'filters'>): ReadonlySet<string> {
  const before = useRef({ scores, filters })
  const [risen, setRisen] = useState(nobody)
  useEffect(() => {
    const isSameList = before.current.filters === filters
    const next = isSameList ? risenSince(before.current.scores, scores) : nobody
    before.current = { scores, filters }
    setRisen((last) => (next.size === 0 && last.size === 0 ? last : next))
  }, [scores, filters])
  return risen
}
