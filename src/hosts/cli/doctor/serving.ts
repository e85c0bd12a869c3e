import type { Inspections } from '../../node/host-calls.ts'
import type { Inspection } from '../../node/inspect.ts'
import { type Check, fault, ok, warning } from './check.ts'

type Workspace = Inspections['workspaces'][number]

const minute = 60_000

/** What the process that has the data open says of itself and of each workspace. */
export function serving({ version, sqlite, directory, workspaces, keyFrom }: Inspections, now: number): Check[] {
  return [
    ok('release', version, `Ripen ${version}, SQLite ${sqlite}.`),
    'closed' in directory ? fault('directory', 'closed', directory.closed) : commits('directory', directory),
    ...workspaces.flatMap((workspace) => ofWorkspace(workspace, keyFrom, now)),
  ]
}

function ofWorkspace(workspace: Workspace, keyFrom: Inspections['keyFrom'], now: number): Check[] {
  const name = workspace.slug ?? workspace.id
  if ('closed' in workspace)
    return [fault(name, 'closed', `It is not opened, its webhooks are answered by 503. ${workspace.closed}`)]
  return [
    commits(name, workspace),
    scoring(name, workspace),
    arrivals(name, workspace),
    key(name, workspace, keyFrom),
    clock(name, workspace, now),
  ]
}

function commits(name: string, { journalMode, synchronous }: Pick<Inspection, 'journalMode' | 'synchronous'>): Check {
  const value = `journal_mode ${journalMode}, synchronous ${synchronous}`
  if (journalMode === 'wal' && synchronous === 2) return ok(`${name} commits`, value, 'Commits wait for the disk.')
  return fault(
    `${name} commits`,
    value,
    `Commits do not wait for the disk (${value}): stop the server and report this.`,
  )
}

function scoring(name: string, { backlog, unscored }: Inspection): Check {
  if (unscored === 0)
    return ok(`${name} scoring`, backlog, backlog === 0 ? 'Everybody is scored.' : `${backlog} are due.`)
  return warning(
    `${name} scoring`,
    unscored,
    `${unscored} people cannot be scored and stand as they stood before: GET /api/v1/workspace says who and why.`,
  )
}

function arrivals(name: string, { quarantined, badSignatures }: Inspection): Check {
  const value = `quarantined ${quarantined}, badly signed ${badSignatures}`
  if (quarantined + badSignatures === 0) return ok(`${name} deliveries`, value, 'None unreadable, none badly signed.')
  const [unreadable, wrong] = [
    quarantined > 0 ? [`${quarantined} could not be read: "quarantine list --workspace ${name}".`] : [],
    badSignatures > 0 ? [`${badSignatures} were badly signed: compare the secret of the source, "source list".`] : [],
  ]
  return warning(`${name} deliveries`, value, [...unreadable, ...wrong].join(' '))
}

function key(name: string, { shutSources }: Inspection, keyFrom: Inspections['keyFrom']): Check {
  if (shutSources.length === 0)
    return ok(`${name} key`, null, `The secrets of all sources open with the key (${keyFrom}).`)
  const sources = shutSources.join(', ')
  return fault(
    `${name} key`,
    sources,
    `The secret of ${sources} does not open with the key of this server (${keyFrom}), so every delivery is answered by 503. Start with the RIPEN_SECRET or the file "secret" of before, or give each its secret anew: "source secret <id> --workspace ${name} --secret …".`,
  )
}

function clock(name: string, { lastDeliveryAt }: Inspection, now: number): Check {
  const ahead = lastDeliveryAt === null ? 0 : Math.round((lastDeliveryAt - now) / minute)
  if (ahead <= 5) return ok(`${name} clock`, null, 'No delivery is from the future.')
  return warning(
    `${name} clock`,
    ahead,
    `The last delivery came ${ahead} minutes from now: set the clock of this machine.`,
  )
}
