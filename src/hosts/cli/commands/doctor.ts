import type { Inspections } from '../../node/host-calls.ts'
import { Held } from '../../node/lock.ts'
import { CallRefused, type Command, type Ripen } from '../command.ts'
import { type Check, fault, inWords } from '../doctor/check.ts'
import { backupAge, diskSpeed, fileModes, freeSpace, sizes } from '../doctor/disk.ts'
import { serving } from '../doctor/serving.ts'

export const doctor: Command = {
  name: 'doctor',
  words: '',
  summary: 'whether all is well, and what to do where it is not; also while the server runs',
  takes: [0, 0],
  here: true,
  options: [
    { name: 'full', help: 'compare all indexes too, which takes longer' },
    { name: 'accept-loss', help: 'open databases that lack something acknowledged, as they are' },
  ],
  async run(given, ripen) {
    if (given.on('accept-loss')) return accept(ripen)
    const { data, progress } = ripen
    const now = Date.now()
    const inspections = await inspected(ripen)
    const known = 'workspaces' in inspections ? inspections.workspaces : []
    const slugs = new Map(known.flatMap(({ id, slug }) => (slug ? [[id, slug] as const] : [])))
    progress('measuring the disk')
    const { databases } = await import('../doctor/databases.ts')
    const checks: Check[] = [
      ...('workspaces' in inspections ? serving(inspections, now) : [inspections]),
      ...(await databases(data, slugs, { full: given.on('full'), progress })),
      ...[diskSpeed(data), freeSpace(data), ...sizes(data), fileModes(data), backupAge(data, now)],
    ]
    return { json: { checks }, human: inWords(checks), failed: checks.some(({ state }) => state === 'fault') }
  },
}

/** Where the data cannot be opened at all, that is what is wrong, and the files can still be looked at. */
async function inspected(ripen: Ripen): Promise<Inspections | Check> {
  try {
    return await ripen.call<Inspections>('GET', '/local/host/inspection')
  } catch (error) {
    if (error instanceof Held) throw error
    return fault('opening', null, `The data cannot be opened: ${(error as Error).message}`)
  }
}

async function accept(ripen: Ripen) {
  type Accepted = { workspaces: string[]; directory: boolean }
  const accepted = await ripen.call<Accepted>('POST', '/local/host/accept-losses')
  const names = [...accepted.workspaces.map((id) => `workspace ${id}`), ...(accepted.directory ? ['directory'] : [])]
  if (names.length === 0) throw new CallRefused({ detail: 'Nothing lacks anything that could be gone on without.' })
  const again = accepted.directory ? ' Start the server again: the directory is opened then.' : ''
  return { json: { accepted }, human: `Opened without what is missing: ${names.join(', ')}.${again}` }
}
