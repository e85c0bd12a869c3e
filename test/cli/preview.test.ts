import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TEMPLATES } from '../../src/domain/templates.ts'
import type { PreviewAnswer } from '../../src/http/workspace/preview.ts'
import { newWorkspace, ripen, ripenJson, startServer, temporaryFolder } from '../process/running.ts'

const report = join(import.meta.dirname, '../fixtures/zoom/files/attendees-2020.csv')

test('a model in a file is previewed by name and nothing is published; a file that is none is refused by its name', async () => {
  const data = temporaryFolder()
  await startServer(data)
  await newWorkspace(data, 'kiwi-secret')
  await ripenJson(data, 'import', report, '--workspace', 'kiwi')
  const file = join(data, 'model.json')
  const { rules, ...rest } = TEMPLATES.webinar!
  writeFileSync(file, JSON.stringify({ ...rest, rules: rules.map((rule) => ({ ...rule, points: rule.points * 4 })) }))
  const preview = await ripenJson<PreviewAnswer>(data, 'model', 'preview', file, '--workspace', 'kiwi')
  const [first] = preview.lines.mql!.entered.people
  // Of the four, one is the host.
  expect(preview.changed).toBe(3)
  const { code, stdout } = await ripen(data, 'model', 'preview', file, '--workspace', 'kiwi')
  expect(code).toBe(0)
  expect(stdout).toContain(`${preview.lines.mql!.entered.count} enter MQL`)
  expect(stdout).toContain(`<${first!.person.email}>`)
  expect(stdout).toContain('The largest moves')
  expect(stdout).toMatch(/People who become SQL on a business day \(of the last \d+\): /)
  expect(await ripenJson(data, 'rescore', '--workspace', 'kiwi')).toEqual({ modelVersion: 1 })

  writeFileSync(file, '{"rules": [')
  const refused = await ripen(data, 'model', 'preview', file, '--workspace', 'kiwi')
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain(`${file}: it is not JSON`)
  const same = await ripen(data, 'model', 'preview', '--workspace', 'kiwi')
  expect(same.stdout).toContain(', 0 would change.')
})
