import type { NewWorkspace } from '../directory/directory.ts'
import { newWorkspaceId } from '../directory/workspaces.ts'
import { callerHeader } from './caller.ts'
import type { SignInOptions } from './sign-in.ts'

type Maker = Pick<SignInOptions, 'directory' | 'workspace' | 'discard'>

/**
 * Makes a workspace and lets `enter` take it into the directory; where that is refused, nothing of it stays.
 * Answers what the workspace answers: what it does not accept, in its own words.
 */
export async function makeWorkspace(
  { directory, workspace, discard }: Maker,
  settings: { slug: string; name?: string | undefined },
  enter: (made: NewWorkspace) => void | Promise<void>,
): Promise<Response> {
  await directory.checkSlugFree(settings.slug)
  const id = newWorkspaceId()
  const request = new Request('http://ripen.localhost/workspace', {
    method: 'PUT',
    headers: { [callerHeader]: 'local', 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  })
  const made = await workspace(id, request, { create: true })
  if (!made) throw new Error('a workspace that was made is not there')
  if (!made.ok) return made
  try {
    await enter({ id, slug: settings.slug, name: settings.name ?? settings.slug })
  } catch (error) {
    await discard(id)
    throw error
  }
  return made
}
