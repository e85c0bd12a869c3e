import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The clock of a server, which somebody moves. */
export interface Clock {
  /** What gives a server this clock. */
  env: NodeJS.ProcessEnv
  now(): number
  /** Sets it to a moment, and it goes on from there. */
  set(moment: number): Promise<void>
}

export function movableClock(folder: string, moment: number): Clock {
  const file = join(folder, 'clock')
  let shift = 0
  const write = () => {
    // Never half a number.
    writeFileSync(`${file}.new`, String(shift))
    renameSync(`${file}.new`, file)
  }
  shift = Math.round(moment - Date.now())
  write()
  return {
    env: { NODE_OPTIONS: `--import ${join(import.meta.dirname, 'shifted.mjs')}`, CLOCK: file },
    now: () => Date.now() + shift,
    async set(to) {
      shift = Math.round(to - Date.now())
      write()
      await new Promise((resolve) => setTimeout(resolve, 100))
    },
  }
}
