import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const fixtures = join(import.meta.dirname, '../../fixtures')

function read<T>(folder: string): T[] {
  const path = join(fixtures, folder)
  return readdirSync(path)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as T)
}

/** Webhooks of every event, as Zoom sends them. */
export function webhooks(): object[] {
  return read<{ body: object }>('zoom/webhooks').map(({ body }) => body)
}

/** CloudEvents of every type. */
export function activities(): object[] {
  return read<{ event: object }>('activities/valid').map(({ event }) => event)
}

/** Report files, byte for byte. */
export function reports(): { file: string; bytes: Uint8Array }[] {
  const path = join(fixtures, 'zoom/files')
  return readdirSync(path)
    .sort()
    .map((file) => ({ file, bytes: readFileSync(join(path, file)) }))
}
