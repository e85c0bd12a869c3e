import { readFileSync } from 'node:fs'
import { CallRefused } from './command.ts'

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

/** A file that stands in a command. Throws `CallRefused` with what is wrong with it, without its name. */
export function readGiven(path: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new CallRefused({ detail: reasons[code] ?? `it cannot be read (${code})` })
  }
}
