import type { Workspace } from '../../src/workspace/workspace.ts'

/** Does something in a workspace and leaves it as it was: cheaper than a new workspace for each of many cases. */
export function undone<T>(ws: Workspace, act: () => T): T {
  const done = new Error('done')
  let result: T | undefined
  try {
    ws.transaction(() => {
      result = act()
      throw done
    })
  } catch (error) {
    if (error !== done) throw error
  }
  return result as T
}
