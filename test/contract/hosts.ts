import { runCommand } from '../../src/hosts/cli/run-command.ts'
import { startDev } from '../cloudflare/start.ts'
import { type AtEnd, type CommandResult, startServer, temporaryFolder } from '../process/running.ts'
import { openTarget } from '../process/target.ts'
import type { RunningHost } from './host.ts'
import { listeningZoom } from './zoom-account.ts'

/** `npm start` on a fresh folder. */
export async function startNode(atEnd: AtEnd): Promise<RunningHost> {
  const data = temporaryFolder(atEnd)
  const [{ zoom, env }, target] = [await listeningZoom(atEnd), await openTarget(atEnd)]
  const { address } = await startServer(data, { ...env, ...target.env }, atEnd)
  return { name: 'node', address, zoom, target, command: (...args) => command({ RIPEN_DATA: data }, args) }
}

/** `npm run dev:cloudflare` on a fresh folder: Cloudflare's own engine on this machine. */
export async function startCloudflare(atEnd: AtEnd): Promise<RunningHost> {
  const [{ zoom, env: way }, target] = [await listeningZoom(atEnd), await openTarget(atEnd)]
  const { address, env } = await startDev(atEnd, { ...way, ...target.env })
  return { name: 'cloudflare', address, zoom, target, command: (...args) => command(env, args) }
}

/** A command that a server carries out, given in this process: as a process of their own they are tested by themselves. */
async function command(env: Record<string, string>, args: string[]): Promise<CommandResult> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCommand(args, {
    env,
    print: (text) => void out.push(`${text}\n`),
    say: (words) => void err.push(`${words}\n`),
    progress: (line) => void err.push(line === null ? '' : `${line}\n`),
  })
  return { code, stdout: out.join(''), stderr: err.join('') }
}
