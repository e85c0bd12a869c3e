// `npm run dev:cloudflare`: the Cloudflare host on this machine, in Cloudflare's own engine; no account is needed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildWeb } from '../../../web/build.ts'
import { readPort } from '../node/process.ts'
import { keptSecret } from '../node/secret.ts'
import { becomeWrangler } from './wrangler.ts'

const data = resolve(process.env.RIPEN_DATA ?? './data-cloudflare')
process.umask(0o077)
mkdirSync(data, { recursive: true })
const vars = join(data, 'vars')
const handed = [
  'RIPEN_ZOOM_API',
  'RIPEN_ZOOM_OAUTH',
  'RIPEN_OUTBOUND_ALLOW',
  'RIPEN_MAIL_API',
  'RIPEN_MAIL_KEY',
  'RIPEN_MAIL_FROM',
]
const handedOn = handed.flatMap((name) => (process.env[name] ? `${name}=${process.env[name]}\n` : []))
writeFileSync(vars, [`RIPEN_SECRET=${process.env.RIPEN_SECRET ?? keptSecret(data)}\n`, ...handedOn].join(''))
await buildWeb()
const place = ['--ip', '127.0.0.1', '--port', String(readPort(process.env.PORT))]
becomeWrangler('dev', [...place, '--persist-to', data, '--env-file', vars, '--show-interactive-dev-session=false'])
