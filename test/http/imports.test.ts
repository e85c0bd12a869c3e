import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportedFile } from '../../src/http/workspace/imports.ts'
import { type Company, makeCompany, makeHouse } from './company.ts'

const report = readFileSync(join(import.meta.dirname, '../fixtures/zoom/files/attendees-2026.csv'))

function makeImporting() {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const post = (fields: Record<string, string>, bytes: Uint8Array<ArrayBuffer> = report, company: Company = kiwi) => {
    const form = new FormData()
    form.set('file', new Blob([bytes]), 'report.csv')
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const headers = { authorization: `Bearer ${company.apiKey}` }
    return house.fetch('/api/v1/imports', { method: 'POST', headers, body: form })
  }
  const imported = async (fields: Record<string, string>) => {
    const { files } = (await (await post(fields)).json()) as { files: ImportedFile[] }
    return files[0]!
  }
  const listed = async () => (await house.get<{ items: object[] }>(kiwi, '/webinars')).items
  return { kiwi, post, imported, listed }
}

test('a preview tells what an import would, and nothing is there afterwards', async () => {
  const { imported, listed } = makeImporting()
  const { known, sample, ...preview } = await imported({ preview: 'true' })
  expect(known).toBe(false)
  expect(sample).toHaveLength(5)
  expect(await listed()).toEqual([])
  const done = await imported({ preview: 'false' })
  expect(done).toEqual(preview)
  expect(await listed()).toHaveLength(1)
  expect(await imported({ preview: 'true' })).toMatchObject({ known: true, facts: 0 })
})

test('an ordinary import says nothing of a preview', async () => {
  const { imported } = makeImporting()
  const done = await imported({})
  expect(done).not.toHaveProperty('known')
  expect(done).not.toHaveProperty('sample')
})

test('a preview that is neither asked for nor not is refused by its name', async () => {
  const { post } = makeImporting()
  const response = await post({ preview: 'maybe' })
  expect([response.status, await response.json()]).toMatchObject([400, { field: 'preview' }])
})

test('what is dropped and is no report is refused with what it is and what to drop instead', async () => {
  const { post } = makeImporting()
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const response = await post({ preview: 'true' }, picture)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    detail: expect.stringMatching(/a PNG picture, not a Zoom report\. .*Reports > Webinar/),
    ...{ file: 'report.csv', line: 1, column: 1 },
    key: 'file.notText',
    params: { what: { text: 'a PNG picture', key: 'fileType.png', params: {} } },
  })
})
