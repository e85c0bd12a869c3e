import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

/** What SQLite finds in a file: nothing, or sentences. `unfinished`: stopped, lest the log of a busy server grow. */
export interface Checked {
  problems: string[]
  unfinished: boolean
}

const largestLog = 192 * 1024 * 1024
const pause = 250

/**
 * Checks a database in a process of its own, which a server goes on beside. A check is one long read, and while it goes
 * on the log cannot begin anew; where that grows too large it is broken off. `full` compares the indexes too.
 */
export async function checkDatabase(path: string, full: boolean, tick: (seconds: number) => void): Promise<Checked> {
  const script = fileURLToPath(new URL('./check-database-main.ts', import.meta.url))
  const child = spawn(process.execPath, [script, path, full ? 'integrity_check' : 'quick_check'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  giveWay(child.pid)
  let text = ''
  child.stdout.on('data', (part) => (text += part))
  const begin = Date.now()
  let unfinished = false
  let said = 0
  const clock = setInterval(() => {
    const seconds = Math.floor((Date.now() - begin) / 1000)
    if (seconds > said) tick(seconds)
    said = seconds
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) < largestLog) return
    unfinished = true
    child.kill('SIGKILL')
  }, pause)
  const [code, signal] = await once(child, 'close')
  clearInterval(clock)
  if (unfinished) return { problems: [], unfinished }
  if (code !== 0) return { problems: [`the check ended with ${code ?? signal}`], unfinished }
  return { problems: JSON.parse(text), unfinished }
}

/** Who takes webhooks goes first. */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or may not: then it runs like any other.
  }
}
