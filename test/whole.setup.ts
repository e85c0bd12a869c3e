import { buildWeb } from '../web/build.ts'
import { buildProcesses } from './process/built.ts'
import { builtIn } from './process/built-in.ts'

/** Once before all tests: the dashboard as it is now, and what they start as processes of their own. */
export default async function setup(): Promise<() => void> {
  await buildWeb()
  const { folder, remove } = await buildProcesses()
  process.env[builtIn] = folder
  return remove
}
