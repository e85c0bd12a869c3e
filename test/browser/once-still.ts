import { setTimeout as pause } from 'node:timers/promises'

const patience = 2_000

/**
 * The faults that stay. A window that was made smaller takes its time: a menu follows its button, a chart its frame, a
 * moment later; and a list whose rows are on their way is dim until they are there.
 */
export async function faultsOnceStill(look: () => Promise<string[]>): Promise<string[]> {
  const end = performance.now() + patience
  for (;;) {
    const faults = await look()
    if (faults.length === 0 || performance.now() > end) return faults
    await pause(20)
  }
}
