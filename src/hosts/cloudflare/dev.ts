// `npm run dev:cloudflare`: the Cloudflare host on this machine, in Cloudflare's own engine; no account is needed.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildWeb } from '../../../web/build.ts'
import { readPort } from '../node/process.ts'
import { keptSecret } from '../node/secret.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const data = resolve(process.env.RIPEN_DATA ?? './data-cloudflare')
const port = readPort(process.env.PORT)

process.umask(0o077)
mkdirSync(data, { recursive: true })
const vars = join(data, 'vars')
writeFileSync(vars, `RIPEN_SECRET=${process.env.RIPEN_SECRET ?? keptSecret(data)}\n`)
await buildWeb()
const wrangler = spawn(
  process.execPath,
  [
    join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js'),
    ...['dev', '--config', join(root, 'wrangler.toml'), '--port', String(port), '--ip', '127.0.0.1'],
    ...['--persist-to', data, '--env-file', vars, '--show-interactive-dev-session=false'],
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
  },
)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => wrangler.kill(signal))
wrangler.on('exit', (code) => process.exit(code ?? 1))
