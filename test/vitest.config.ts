import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { LastingFirst } from './order.ts'

/** Cloudflare's bundler takes the migrations in as texts. */
const sqlAsText = {
  name: 'sql-as-text',
  load: (id: string) =>
    id.endsWith('.sql') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined,
}

/** Folders whose tests start nothing: for them alone the dashboard need not be built. */
const pure = ['channels', 'domain', 'laws', 'sources', 'store', 'web', 'workspace', 'zoom'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)

export default defineConfig({
  plugins: [sqlAsText],
  test: {
    testTimeout: 240_000,
    hookTimeout: 60_000,
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LastingFirst },
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: pure,
          globalSetup: 'test/whole.setup.ts',
        },
      },
    ],
  },
})
