import { buildWeb } from '../web/build.ts'

/** Once before all tests: the dashboard as it is now. */
export default async function setup(): Promise<void> {
  await buildWeb()
}
