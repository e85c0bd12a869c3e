import { expect, test } from 'vitest'
import { listLog } from '../../../src/workspace/audit/list.ts'
import { changeSchedule, removeSchedule } from '../../../src/workspace/schedules/schedules.ts'
import { runNow } from '../../../src/workspace/schedules/show.ts'
import { drained } from '../../workspaces.ts'
import { take } from '../told.ts'
import { day, met, scheduled } from './scheduled.ts'

async function linked() {
  const made = await scheduled()
  const { id } = made.add()
  const link = (await runNow(made.ws, id)).last!.link!
  const ask = async (method: string, path = link) => {
    const answer = await made.house.fetch(path, { method })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const files = () => listLog(made.ws, { act: 'export' }).items
  return { ...made, id, link, ask, files }
}

test('to look at a link downloads nothing; its button does, and that stands in the log', async () => {
  const { ask, files } = await linked()
  const page = await ask('GET')
  expect(page.status).toBe(200)
  expect(page.text).toContain('<form method="post">')
  expect(page.headers.get('x-robots-tag')).toContain('noindex')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  await ask('HEAD')
  expect(files()).toEqual([])
  const file = await ask('POST')
  expect(file.headers.get('content-disposition')).toContain('attachment; filename="Everybody here - 2026-05-18.csv"')
  expect(file.text).toContain('dana@kiwi.example')
  expect(file.text).not.toContain('gone@kiwi.example')
  expect(file.text).toContain('Ripen model version')
  expect(files()).toMatchObject([
    { by: { name: 'link of the schedule “Weekly”', email: null }, details: { segment: 'Everybody here', people: 2 } },
  ])
})

test('the file has who matches when it is downloaded, in the form that was asked for when the link was sent', async () => {
  const { ws, ask, id } = await linked()
  changeSchedule(ws, id, { segment: null, unsubscribed: true, file: { format: 'xlsx', lang: 'he' } })
  take(ws, met('late'))
  drained(ws)
  const { headers, text } = await ask('POST')
  expect(headers.get('content-type')).toContain('text/csv')
  expect(text).toContain('late@kiwi.example')
  expect(text).not.toContain('gone@kiwi.example')
})

test('a link ends after seven days, and nobody makes it longer or leads it elsewhere', async () => {
  const { clock, link, ask, files } = await linked()
  const [, run, until, sign] = /\.([^.]+)-([^-]+)-([0-9a-f]{32})$/.exec(link)!
  const later = (Number.parseInt(until!, 36) + day).toString(36)
  const forged = [`${run}-${later}-${sign}`, `2-${until}-${sign}`, `${run}-${until}-${'0'.repeat(32)}`]
  for (const token of forged) {
    const answer = await ask('POST', link.replace(/[^.]+$/, token))
    expect([token, answer.status]).toEqual([token, 404])
    expect(answer.text).toContain('leads nowhere')
  }
  clock.now += 7 * day - 1
  expect((await ask('GET')).status).toBe(200)
  clock.now += 1
  for (const method of ['GET', 'POST']) {
    const answer = await ask(method)
    expect(answer.status).toBe(410)
    expect(answer.text).toContain('Links work for seven days')
  }
  expect(files()).toEqual([])
})

test('the links of a schedule end with it', async () => {
  const { ws, id, ask } = await linked()
  removeSchedule(ws, id)
  const answer = await ask('POST')
  expect(answer.status).toBe(410)
  expect(answer.text).toContain('was deleted')
})
