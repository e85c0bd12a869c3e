import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layoutProblems, readTree } from './layout.ts'

const root = join(import.meta.dirname, '..')

test('the house keeps its arrows, bans, names and lengths', () => {
  const tree = readTree(root)
  expect(tree.size).toBeGreaterThan(5)
  expect(layoutProblems(tree)).toEqual([])
})

const wrong: [string, string, string, RegExp][] = [
  [
    'domain reaching for the store',
    'src/domain/a.ts',
    "import { x } from '../store/db.ts'",
    /domain may not import store/,
  ],
  ['domain importing a package', 'src/domain/a.ts', "import { Hono } from 'hono'", /may not import hono/],
  [
    'domain importing node',
    'src/domain/a.ts',
    "import { createHash } from 'node:crypto'",
    /may not import node:crypto/,
  ],
  [
    'a source that knows the store',
    'src/sources/a/b.ts',
    "export * from '../../store/db.ts'",
    /sources may not import store/,
  ],
  [
    'a store that knows a source',
    'src/store/a.ts',
    "import type { X } from '../sources/a/b.ts'",
    /may not import sources/,
  ],
  ['a workspace that knows http', 'src/workspace/a.ts', "await import('../http/front.ts')", /may not import http/],
  ['http that knows its host', 'src/http/a.ts', "import '../hosts/node/server.ts'", /http may not import hosts/],
  ['the driver outside of hosts', 'src/store/a.ts', "import Database from 'better-sqlite3'", /belongs in hosts/],
  ['files outside of hosts', 'src/http/a.ts', "import { readFileSync } from 'node:fs'", /belongs in hosts/],
  ['the clock in domain', 'src/domain/a.ts', 'const now = Date.now()', /Date\.now is banned/],
  ['a date of now in domain', 'src/domain/a.ts', 'const now = new Date( )', /without arguments is banned/],
  ['chance in domain', 'src/domain/a.ts', 'const x = Math.random()', /Math\.random is banned/],
  ['a call in domain', 'src/domain/a.ts', "await fetch('https://a.example')", /fetch is banned/],
  ['a timer in domain', 'src/domain/a.ts', 'setTimeout(() => {}, 1)', /timers is banned/],
  ['an environment in domain', 'src/domain/a.ts', 'process.env.HOME', /process is banned/],
  ['a log in domain', 'src/domain/a.ts', "console.log('x')", /console is banned/],
  ['a name that says nothing', 'src/store/utils.ts', '', /"utils" says nothing/],
  ['a folder that says nothing', 'src/http/common/a.ts', '', /"common" says nothing/],
  ['a file of 301 lines', 'src/store/a.ts', 'x\n'.repeat(301), /301 lines/],
  ['a dashboard that runs the server', 'web/a.ts', "import { app } from '../src/http/front.ts'", /but for its types/],
  [
    'a dashboard that knows the store',
    'web/a.ts',
    "import type { Db } from '../src/store/db.ts'",
    /may not import src\/store/,
  ],
  ['a dashboard with files', 'web/parts/a.tsx', "import { readFileSync } from 'node:fs'", /not run in a browser/],
  ['a style that knows left', 'web/a.module.css', '.a { margin-left: 4px }', /left or right/],
  ['a style that aligns left', 'web/a.module.css', '.a { text-align: left }', /left or right/],
  ['a folder that is not in the house', 'src/lib/a.ts', '', /no folder of the house/],
]

for (const [what, path, text, complaint] of wrong)
  test(`the layout test refuses ${what}`, () => {
    expect(layoutProblems(new Map([[path, text]])).join('\n')).toMatch(complaint)
  })

test('the layout test does not stumble over comments, dates with arguments or allowed imports', () => {
  const tree = new Map([
    [
      'src/domain/a.ts',
      "// never Date.now() here\nimport { z } from 'zod'\nnew Date(0)\n/* fetch( */ const prefetched = 1\n",
    ],
    ['src/workspace/a.ts', "import { x } from '../domain/a.ts'\nimport { createHash } from 'node:crypto'\n"],
    ['web/a.ts', "import type { Row } from '../src/http/a.ts'\nimport { x } from '../src/domain/a.ts'\n"],
    ['web/a.module.css', '.copyright { margin-inline-start: 4px }\n'],
    ['src/hosts/node/a.ts', "import { Worker } from 'node:worker_threads'\nimport { x } from '../../http/a.ts'\n"],
  ])
  expect(layoutProblems(tree)).toEqual([])
})
