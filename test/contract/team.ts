import { expect, test } from 'vitest'
import { commanded, makeCompany } from './company.ts'
import { moment, problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Member {
  id: string
  email: string
  role: string
  state: string
}

/** Who may come in, by which key, and what the log tells of it. */
export function team(host: () => RunningHost): void {
  test('members are invited, changed and taken out by a key that may manage, and the log tells each once', async () => {
    const kiwi = await makeCompany(host())
    const email = `dana-${kiwi.slug}@kiwi.example`
    const invited = await kiwi.call('POST', '/members', { email, name: 'Dana Levi', role: 'producer' })
    const { member, link } = (await invited.json()) as { member: Member; link: string }
    expect([invited.status, member, link]).toEqual([
      201,
      {
        id: expect.any(String),
        email,
        name: 'Dana Levi',
        role: 'producer',
        state: 'invited',
        linkUntil: moment,
        isYou: false,
      },
      expect.stringMatching(/^http.*\/setup#.{40,}$/),
    ])
    expect(await problemOf(kiwi.call('POST', '/members', { email, role: 'sales' }))).toMatchObject({ status: 409 })
    expect(await statusOf(kiwi.call('POST', `/members/${member.id}/invitation`))).toBe(201)
    expect(await statusOf(kiwi.call('PATCH', `/members/${member.id}`, { role: 'sales' }))).toBe(200)
    expect((await kiwi.get<{ items: Member[] }>('/members')).items).toContainEqual(
      expect.objectContaining({ email, role: 'sales' }),
    )
    expect(await statusOf(kiwi.call('DELETE', `/members/${member.id}`))).toBe(204)
    expect(await problemOf(kiwi.call('DELETE', `/members/${member.id}`))).toMatchObject({ status: 404 })
    const { items } = await kiwi.get<{ items: object[] }>('/audit?act=member')
    const by = { name: 'API key', email: null, key: `…${kiwi.apiKey.slice(-4)}` }
    expect(items).toMatchObject(
      ['removed', 'role_changed', 'invited_again', 'invited'].map((act) => ({ act: `member.${act}`, by, at: moment })),
    )
    const lime = await makeCompany(host())
    expect((await lime.get<{ items: object[] }>('/audit?act=member')).items).toEqual([])
  })

  test('a key of another’s making may what its scopes say, says when it was used, and is refused once it is revoked', async () => {
    const kiwi = await makeCompany(host())
    const workspace = ['--workspace', kiwi.slug]
    type Made = { key: { id: string; ending: string }; apiKey: string }
    const { key, apiKey } = await commanded<Made>(host(), 'key', 'add', 'CRM sync', '--scopes', 'read', ...workspace)
    const headers = { authorization: `Bearer ${apiKey}` }
    const status = (path: string) => statusOf(fetch(`${host().address}/api/v1${path}`, { headers }))
    expect([await status('/webinars'), await status('/api-keys')]).toEqual([200, 403])
    const { items } = await commanded<{ items: object[] }>(host(), 'key', 'list', ...workspace)
    expect(items).toContainEqual(
      expect.objectContaining({
        ...key,
        createdBy: 'command line',
        lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      }),
    )
    await commanded(host(), 'key', 'remove', key.id, ...workspace)
    expect(await status('/webinars')).toBe(401)
    expect((await host().command('key', 'remove', key.id, ...workspace)).code).toBe(1)
    const csv = await (await kiwi.call('GET', '/audit.csv?act=key')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    expect((await kiwi.get<{ items: object[] }>('/audit?limit=1')).items).toMatchObject([
      { act: 'export.made', details: { list: 'log', people: 2 } },
    ])
  })
}
