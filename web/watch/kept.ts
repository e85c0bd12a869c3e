/** A report as it waits in this browser until the server has it. `at`: when it was so, ms by this machine's clock. */
export interface Kept {
  path: string
  sitting: string
  intervals: [number, number][]
  position: number
  at: number
}

const prefix = 'ripen.watch.'
const monthMs = 30 * 86_400_000

/** Keeps what is not told yet; a browser that keeps nothing loses it when the page goes. */
export function keep(report: Kept): void {
  quietly(() => localStorage.setItem(prefix + report.sitting, JSON.stringify(report)))
}

export function forget(sitting: string): void {
  quietly(() => localStorage.removeItem(prefix + sitting))
}

/** What earlier sittings with this link could not tell. */
export function keptOf(path: string): Kept[] {
  const found: Kept[] = []
  quietly(() => {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
      const report = JSON.parse(localStorage.getItem(name)!) as Kept
      if (Date.now() - report.at > monthMs) localStorage.removeItem(name)
      else if (report.path === path) found.push(report)
    }
  })
  return found
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Storage is shut off, or full, or holds what somebody else wrote.
  }
}
