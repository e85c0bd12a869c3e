import { statfsSync } from 'node:fs'
import { log } from '../log.ts'

/** What a disk has, in bytes. */
export interface Space {
  free: number
  total: number
}

const gigabyte = 1024 ** 3
const minute = 60_000
const hour = 60 * minute

export function spaceOf(folder: string): Space {
  const { bavail, blocks, bsize } = statfsSync(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}

/** Whether so little is left that somebody should do something: less than 2 GB, or less than a tenth. */
export function isLow({ free, total }: Space): boolean {
  return free < 2 * gigabyte || free < total / 10
}

/** Looks every minute and warns in the log once an hour while the disk is nearly full. Returns how to stop. */
export function watchSpace(folder: string): () => void {
  let warned = -Infinity
  const look = () => {
    const space = spaceOrNot(folder)
    if (!space || !isLow(space) || Date.now() - warned < hour) return
    warned = Date.now()
    const free = `${(space.free / gigabyte).toFixed(1)} GB`
    log('the disk is nearly full', {
      words: `${free} are free. When it is full, webhooks are refused with 503 until there is space again.`,
    })
  }
  look()
  const clock = setInterval(look, minute)
  return () => clearInterval(clock)
}

/** Null where the file system does not tell. */
function spaceOrNot(folder: string): Space | null {
  try {
    return spaceOf(folder)
  } catch {
    return null
  }
}
