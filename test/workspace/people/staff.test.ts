import { expect, test } from 'vitest'
import type { Statement } from '../../../src/domain/statement.ts'
import { findPeople } from '../../../src/workspace/find-people.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { day, joined, registered, scheduled, start, started, take, zoom } from '../told.ts'

const panelist: Statement = {
  id: 'staffed',
  type: 'webinar.staffed',
  time: start - day,
  webinar: scheduled().webinar!,
  person: { platform: 'zoom', email: 'guest@fig.example' },
  data: { role: 'panelist' },
}

test('who works for the company or only presented is in no list, and found by the address', () => {
  const { ws } = makeWorkspace(start + day, { staffDomains: ['acme.example'] })
  take(ws, scheduled(), started(), panelist)
  for (const [id, email] of [
    ['R1', 'dana@kiwi.example'],
    ['R2', 'maya@acme.example'],
  ] as const)
    take(ws, registered(id, email), joined(id, 5, zoom(id)))
  take(ws, joined('p', 1, { platform: 'zoom', email: 'guest@fig.example' }))
  const emails = (query: object) => findPeople(drained(ws), query).items.map(({ email }) => email)
  expect(emails({})).toEqual(['dana@kiwi.example'])
  expect(emails({ email: 'maya@acme.example' })).toEqual(['maya@acme.example'])
  expect(emails({ email: 'guest@fig.example' })).toEqual(['guest@fig.example'])
})
