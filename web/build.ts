import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const root = import.meta.dirname
const dist = join(root, 'dist')
const stamp = 'built'
const sources = [root, join(root, '../src/domain'), join(root, '../package-lock.json')]
const text = /\.(?:html|js|css|svg|json)$/

/**
 * Builds `web/dist` when it is missing or older than what it is made from, with a brotli file beside each text.
 * It is made aside and put in place whole: a server that runs meanwhile never serves half a dashboard.
 */
export async function buildWeb(): Promise<'built' | 'fresh'> {
  const built = statSync(join(dist, stamp), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built >= newest()) return 'fresh'
  const { build } = await import('vite')
  const aside = mkdtempSync(join(root, 'dist-'))
  const { NODE_ENV } = process.env
  try {
    // Under the tests it is "test", with which React would be built with its checks for developers.
    process.env.NODE_ENV = 'production'
    const outDir = join(aside, 'new')
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir } })
    for (const path of filesIn(outDir)) if (text.test(path)) compress(path)
    writeFileSync(join(outDir, stamp), '')
    if (statSync(dist, { throwIfNoEntry: false })) renameSync(dist, join(aside, 'old'))
    renameSync(outDir, dist)
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
    rmSync(aside, { recursive: true, force: true })
  }
  return 'built'
}

function newest(): number {
  return Math.max(...sources.flatMap(filesIn).map((path) => statSync(path).mtimeMs))
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return path === root ? files.filter((file) => !relative(root, file).split(sep)[0]!.startsWith('dist')) : files
}

function compress(path: string): void {
  const whole = readFileSync(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: whole.byteLength }
  writeFileSync(`${path}.br`, brotliCompressSync(whole, { params }))
}
