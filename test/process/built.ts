import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/** What runs as a process or a thread of its own, by its name in the folder of what is built. */
const entries = {
  server: 'test/process/server.ts',
  workspaces: 'src/hosts/node/workspaces.ts',
  'checkpoint-thread': 'src/hosts/node/checkpoint-thread.ts',
  'scoring-thread': 'src/hosts/node/scoring-thread.ts',
  ripen: 'src/hosts/cli/ripen.ts',
  'check-database-main': 'src/hosts/cli/check-database-main.ts',
}

/** Threads and processes are found beside the file that starts them: there they end in `.js`. */
const besides: Plugin = {
  name: 'besides',
  enforce: 'pre',
  transform: (code: string) => code.replaceAll(/(new URL\('\.\/[a-z-]+)\.ts(', import\.meta\.url\))/g, '$1.js$2'),
}

/**
 * Builds the server and the command line into a folder as deep below the project as their sources, which find the
 * migrations and the dashboard from where they lie. The tests start each over a hundred times, and half of a start is
 * finding and loading a thousand modules one by one.
 */
export async function buildProcesses(): Promise<{ folder: string; remove: () => void }> {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'built-'))
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [besides],
    ssr: { noExternal: true, external: ['better-sqlite3', 'vite'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node24',
      rolldownOptions: { input: entries, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
