import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const root = import.meta.dirname
const dist = join(root, 'dist')
/** Written last, so a build that broke off is no build. */
const stamp = join(dist, 'built')
const sources = [root, join(root, '../src/domain'), join(root, '../package-lock.json')]
const text = /\.(?:html|js|css|svg|json)$/

/** Builds `web/dist` when it is missing or older than what it is made from, with a brotli file beside each text. */
export async function buildWeb(): Promise<'built' | 'fresh'> {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built >= newest()) return 'fresh'
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  for (const path of filesIn(dist)) if (text.test(path)) compress(path)
  writeFileSync(stamp, '')
  return 'built'
}

function newest(): number {
  return Math.max(...sources.flatMap(filesIn).map((path) => statSync(path).mtimeMs))
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return path === root ? files.filter((file) => relative(root, file).split(sep)[0] !== 'dist') : files
}

function compress(path: string): void {
  const whole = readFileSync(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.byteLength }
  writeFileSync(`${path}.br`, brotliCompressSync(whole, { params }))
}
