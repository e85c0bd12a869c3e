import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newWorkspace, ripen, ripenJson, startServer, temporaryFolder } from '../process/running.ts'

interface Shown {
  version: number
  model: { followUpDays: number }
}

test('a formula goes its whole way by commands: out as a file, in as a draft, compared, signed, published, rolled back', async () => {
  const data = temporaryFolder()
  await startServer(data)
  await newWorkspace(data, 'kiwi-secret')
  const kiwi = ['--workspace', 'kiwi']
  const json = <T>(...args: string[]) => ripenJson<T>(data, ...args, ...kiwi)
  const words = async (...args: string[]) => {
    const { code, stdout, stderr } = await ripen(data, ...args, ...kiwi)
    return [code, code === 0 ? stdout : stderr] as const
  }
  const file = join(data, 'model.json')

  const [, text] = await words('model', 'show')
  expect(text).toContain('    { "id": "attended_full", "kind": "attended", "points": 20, "origin": "given"')
  writeFileSync(file, text.replace('"followUpDays": 30', '"followUpDays": 20'))
  expect(await words('model', 'publish')).toEqual([1, expect.stringContaining('There is no draft')])
  const stored = ['model', 'draft', file, '--note', 'Shorter']
  expect(await words(...stored)).toEqual([
    0,
    expect.stringContaining('revision 1. Still to sign: marketing and sales.'),
  ])
  expect(await words('model', 'draft', file, '--revision', '7')).toEqual([1, expect.stringContaining('revision 1')])
  expect(await words('model', 'diff')).toEqual([
    0,
    expect.stringMatching(/\n- {2}"followUpDays": 30,\n\+ {2}"followUpDays": 20,/),
  ])
  expect(await json('model', 'show', '--draft')).toMatchObject({ draft: { model: { followUpDays: 20 } } })

  expect(await words('model', 'sign', '--side', 'sales')).toEqual([1, expect.stringContaining('--name')])
  await json('model', 'sign', '--side', 'sales', '--name', 'Sam')
  const twice = await words('model', 'sign', '--side', 'marketing', '--name', 'Sam')
  expect(twice).toEqual([1, expect.stringContaining('another person')])
  const signed = await words('model', 'sign', '--side', 'marketing', '--name', 'Dana')
  expect(signed).toEqual([0, expect.stringContaining('Both sides have signed')])
  expect(await words('model', 'publish')).toEqual([0, 'Version 2 is in force.\n'])
  expect(await json<Shown>('model', 'show')).toMatchObject({ version: 2, model: { followUpDays: 20 } })

  expect(await json('model', 'rollback', '1', '--note', 'Too short')).toEqual({ version: 3 })
  expect(await words('model', 'rollback', '9')).toEqual([1, expect.stringContaining('no version 9')])
  expect(await words('model', 'diff', '1', '3')).toEqual([0, 'There is no difference.\n'])
  const [, versions] = await words('model', 'versions')
  expect(versions).toMatch(/3 +current .*command line.*back to 1: Too short\n +2 +past .*Dana +Sam +Shorter\n +1 +past/)

  writeFileSync(
    file,
    JSON.stringify(await json<Shown>('model', 'show')).replace('"followUpDays":30', '"followUpDays":10'),
  )
  expect(await json('model', 'publish', file)).toEqual({ version: 4 })
  expect(await json<Shown>('model', 'show', '--model', '4')).toMatchObject({ model: { followUpDays: 10 } })
})

test('ready-made models are listed, and printed as a file for this workspace', async () => {
  const data = temporaryFolder()
  await startServer(data)
  await newWorkspace(data, 'kiwi-secret')
  const { stdout } = await ripen(data, 'model', 'templates', '--workspace', 'kiwi')
  for (const name of ['webinar', 'b2b-it', 'online-behaviour', 'awareness', 'long_cycle'])
    expect(stdout).toContain(name)
  const asked = ['model', 'templates', 'webinar+b2b-it:company', '--preset', 'awareness', '--workspace', 'kiwi']
  const { model } = await ripenJson<{ model: { calendar: object; rules: { id: string; points: number }[] } }>(
    data,
    ...asked,
  )
  expect(model.calendar).toMatchObject({ timezone: 'Asia/Jerusalem' })
  const points = Object.fromEntries(model.rules.map((rule) => [rule.id, rule.points]))
  expect(points).toMatchObject({ company_large: 30, registered_cobranded: 10, attended_full: 20 })
  const wrong = await ripen(data, 'model', 'templates', 'luck', '--workspace', 'kiwi')
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('webinar, b2b-it, online-behaviour')])
})
