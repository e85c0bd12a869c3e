import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { LastingFirst } from './order.ts'

/** Cloudflare's bundler takes the migrations in as texts. */
const sqlAsText = {
  name: 'sql-as-text',
  load: (id: string) =>
    id.endsWith('.sql') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined,
}

/** Folders whose tests start nothing and leave nothing behind: they share what they load. */
const pure = ['channels', 'domain', 'laws', 'sources', 'store', 'web', 'workspace', 'zoom'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)

export default defineConfig({
  plugins: [sqlAsText],
  test: {
    testTimeout: 240_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LastingFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: { name: 'whole', isolate: false, include: ['test/**/*.test.ts'], exclude: pure, globalSetup: 'test/dashboard.setup.ts' },
      },
    ],
  },
})
