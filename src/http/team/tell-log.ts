import type { Directory } from '../../directory/directory.ts'
import type { Away } from '../away.ts'
import { callerHeader } from '../caller.ts'
import type { CallOptions } from '../sign-in.ts'

interface Telling {
  directory: Away<Directory>
  workspace: (id: string, request: Request, options?: CallOptions) => Promise<Response | null>
  report: (error: unknown) => void
}

/**
 * Tells the log of a workspace what the directory did in its name. Each line stands there once; what cannot be told now
 * is told before the log is next read.
 */
export async function tellLog({ directory, workspace, report }: Telling, id: string): Promise<void> {
  try {
    const lines = await directory.untold(id)
    if (lines.length === 0) return
    const request = new Request('http://ripen.localhost/told', {
      method: 'PUT',
      headers: { [callerHeader]: 'local', 'content-type': 'application/json' },
      body: JSON.stringify(lines),
    })
    const answer = await workspace(id, request)
    if (answer?.ok) await directory.told(lines.map((line) => line.id))
  } catch (error) {
    report(error)
  }
}
