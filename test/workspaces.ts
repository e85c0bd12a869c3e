import { readMigrations } from '../src/hosts/node/migrations.ts'
import { keyId } from '../src/store/fact-id.ts'
import { addSource } from '../src/workspace/add-source.ts'
import { createWorkspace, type WorkspaceSetup } from '../src/workspace/create-workspace.ts'
import { drain } from '../src/workspace/drain.ts'
import { personId } from '../src/workspace/person-id.ts'
import { receiveZoom } from '../src/workspace/receive-zoom.ts'
import { type PersonQuery, type ShownPerson, showPerson } from '../src/workspace/show-person.ts'
import { openWorkspace, type Workspace } from '../src/workspace/workspace.ts'
import { openInObject } from './object-storage.ts'
import { type Delivery, signatureOf, signed } from './zoom-run.ts'

export const SECRET = 'zoom-secret-token'
const migrations = readMigrations('workspace')

/** A workspace of its own in memory, with the limits of a Durable Object, as of a moment that the test moves. */
export function makeWorkspace(
  now: number,
  setup: Partial<WorkspaceSetup> = {},
): { ws: Workspace; clock: { now: number } } {
  const clock = { now }
  const ws = openWorkspace(openInObject(), {
    id: 'acme0000',
    now: () => clock.now,
    secret: new Uint8Array(32),
    migrations,
    soon: setImmediate,
  })
  createWorkspace(ws, { slug: 'acme', timezone: 'Asia/Jerusalem', weekend: 'fri-sat', observes: ['mail'], ...setup })
  return { ws, clock }
}

/** Everything that is due, scored. */
export function drained(ws: Workspace): Workspace {
  while (drain(ws, 1000).remaining > 0);
  return ws
}

/** A hook of Zoom, and how to post signed deliveries to it. */
export function makeHook(ws: Workspace) {
  const { path } = addSource(ws, { platform: 'zoom', secret: SECRET })
  const key = path.split('/').at(-1)!
  return (delivery: Delivery) =>
    receiveZoom(ws, key, signatureOf(signed(delivery.body, SECRET)), new TextEncoder().encode(delivery.body))
}

/** The person of an e-mail address as shown, whether or not there is a card yet. */
export function explainPerson(ws: Workspace, email: string, query: PersonQuery = {}): ShownPerson {
  const shown = showPerson(ws, personId(keyId(`e:${email}`)), query)
  if ('movedTo' in shown) throw new Error(`${email} is another person's`)
  return shown
}
