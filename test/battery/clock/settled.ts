import { readFileSync } from 'node:fs'
import type { Delivery } from '../../zoom-run.ts'
import type { Company } from '../company.ts'
import { differences } from './oracle.ts'

const patience = 60

/** After how many seconds nobody is due any more; Infinity when that does not happen in a minute. */
export async function quietAfter({ server }: Company): Promise<number> {
  const begin = performance.now()
  // The clock of the drain wakes once a second.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  for (;;) {
    const { backlog } = (await (await fetch(`${server.address}/healthz`)).json()) as { backlog: number }
    const seconds = (performance.now() - begin) / 1000
    if (backlog === 0) return Number(seconds.toFixed(1))
    if (seconds > patience) return Infinity
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The differences that stay: while one looks, the clock goes on and a card may just have become due. */
export async function lastingDifferences(company: Company, told: readonly Delivery[]): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    const found = await differences(company, told)
    if (found.length === 0 || tries === 4) return found
    await quietAfter(company)
  }
}

/** How much of a core a server uses that has nothing to do. 0 where the system does not tell. */
export async function busyShare({ server }: Company): Promise<number> {
  const before = ticksOf(server.pid)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  return Number(((ticksOf(server.pid) - before) / 100).toFixed(2))
}

/** Hundredths of a second. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}
