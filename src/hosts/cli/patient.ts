import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from './connect.ts'

const lasting = { wait: 1_000, patience: 30_000 }

/** The same, but what a server did not take because it is overloaded is given to it again each second, for 30 s at most. */
export function patient(
  fetch: Connection['fetch'],
  say: (words: string) => void,
  { wait, patience } = lasting,
): Connection['fetch'] {
  return async (request) => {
    const until = Date.now() + patience
    for (let told = false; ; told = true) {
      const answer = await fetch(request.clone())
      if (!(await isOverloaded(answer)) || Date.now() >= until) return answer
      if (!told) say('Ripen has too much to do just now. Trying again …')
      await pause(wait)
    }
  }
}

async function isOverloaded(answer: Response): Promise<boolean> {
  return answer.status === 503 && ((await answer.clone().json()) as { overloaded?: true }).overloaded === true
}
