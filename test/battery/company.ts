import type { AtEnd, RunningServer } from '../process/running.ts'
import { newWorkspace, startServer, temporaryFolder } from '../process/running.ts'

/** A server with one company in it that takes Zoom's webhooks. */
export interface Company {
  server: RunningServer
  data: string
  secret: string
  apiKey: string
  /** Where Zoom sends to. */
  path: string
}

const secret = 'zoom-secret-of-the-battery'

/** A company of its own on a server of its own; both go at the end. */
export async function runningCompany(atEnd: AtEnd, env: NodeJS.ProcessEnv = {}): Promise<Company> {
  const data = temporaryFolder(atEnd)
  const made = await newWorkspace(data, secret)
  return { server: await startServer(data, env, atEnd), data, secret, ...made }
}
