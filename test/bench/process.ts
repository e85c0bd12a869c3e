import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

const ticksPerSecond = 100

/** CPU seconds that a process has taken so far; null where the system does not tell. */
export function cpuSecondsOf(pid: number): number | null {
  // The name in brackets may contain anything; what counts comes behind it: utime and stime are fields 14 and 15.
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) / ticksPerSecond : null
}

/** The most memory that a process ever had, MB; null where the system does not tell. */
export function peakMemoryOf(pid: number): number | null {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

/** CPU seconds that everything on this machine has taken so far. */
export function busySeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000
}

/** Seconds of its cores that a virtual machine has not got although it wanted them; null where the system does not tell. */
export function stolenSeconds(): number | null {
  const ticks = /^cpu +(?:\d+ ){7}(\d+)/.exec(read('/proc/stat') ?? '')?.[1]
  return ticks === undefined ? null : Number(ticks) / ticksPerSecond
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
