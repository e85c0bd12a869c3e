/** What a log line may say. No text that came from outside is among it: no address, no name, no error's message. */
export interface LogFields {
  workspace?: string
  address?: string
  data?: string
  version?: string
  pid?: number
  port?: number
  signal?: string
  code?: string | number
  error?: string
  at?: string
  count?: number
  ms?: number
  /** Ripen's own words, where nothing from outside can be in them. */
  words?: string
}

const allowed: (keyof LogFields)[] = [
  'workspace',
  'address',
  'data',
  'version',
  'pid',
  'port',
  'signal',
  'code',
  'error',
  'at',
  'count',
  'ms',
  'words',
]

const last = new Map<string, { at: number; held: number }>()

/**
 * One JSON line on stderr. The same again within a second is held back and counted: a fault under load fills no disk.
 */
export function log(event: string, fields: LogFields = {}): void {
  const same = [event, fields.workspace, fields.error, fields.code].join(' ')
  const before = last.get(same)
  const now = performance.now()
  if (before && now - before.at < 1_000) {
    before.held++
    return
  }
  if (before?.held) fields = { ...fields, count: before.held + 1 }
  last.set(same, { at: now, held: 0 })
  const line: Record<string, unknown> = { time: new Date().toISOString(), event }
  for (const name of allowed) if (fields[name] !== undefined) line[name] = fields[name]
  console.error(JSON.stringify(line))
}

/** An error for the log: its kind and where it arose, not its message, which may quote what somebody sent. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = (error as { code?: unknown }).code
  return {
    error: error.name,
    at: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' < '),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
  }
}
