import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const assets = join(import.meta.dirname, '..', '..', 'web', 'dist', 'assets')

test('also for the tests the dashboard is built as it is for users: without React’s checks, and packed', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const forDevelopers = scripts.filter((name) => /react-devtools|jsxDEV/.test(readFileSync(join(assets, name), 'utf8')))
  expect(forDevelopers).toEqual([])
  expect(scripts.filter((name) => !existsSync(join(assets, `${name}.br`)))).toEqual([])
})
