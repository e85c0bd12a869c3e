import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')
const script = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const quiet = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }

/** Makes Cloudflare's tool this process's work: it gets the signals, and its end is the end. */
export function becomeWrangler(command: string, args: readonly string[]): void {
  const all = [script, command, '--config', join(root, 'wrangler.toml'), ...args]
  const child = spawn(process.execPath, all, { cwd: root, stdio: 'inherit', env: { ...process.env, ...quiet } })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
