import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../process/running.ts'
import { attendeeReport } from '../zoom-report.ts'
import { zoomRun } from '../zoom-run.ts'
import { afterWebinar } from './after-webinar.ts'
import { commanded, makeCompany } from './company.ts'
import { statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const holidays = ['--weekend', 'fri-sat', '--holidays', 'IL', '--observes', 'mail,site']
const staff = ['--staff-domain', 'kiwi.example', '--staff-domain', 'lime.example']

/** The command line: one JSON document on stdout, exit code 0, else words on stderr. */
export function commands(host: () => RunningHost): void {
  const json = <T>(...args: string[]) => commanded<T>(host(), ...args)

  test('workspace create makes what its options say, prints the key once, and takes no slug twice', async () => {
    const slug = `plum-${Math.random().toString(36).slice(2, 10)}`
    const options = ['--name', 'Plum', '--timezone', 'Asia/Jerusalem', ...holidays, ...staff]
    const made = await json<{ apiKey: string }>('workspace', 'create', slug, ...options)
    expect(made).toEqual({ workspace: { id: expect.any(String), slug }, apiKey: expect.stringMatching(/^rk_/) })
    const headers = { authorization: `Bearer ${made.apiKey}` }
    const { model } = await (await fetch(`${host().address}/api/v1/model`, { headers })).json()
    expect(model).toMatchObject({
      ...{ calendar: { timezone: 'Asia/Jerusalem', weekend: [5, 6] }, staffDomains: ['kiwi.example', 'lime.example'] },
      observes: { mail: expect.anything(), site: expect.anything() },
    })
    expect(model.calendar.holidays.length).toBeGreaterThan(5)
    const again = await host().command('workspace', 'create', slug, '--json')
    expect([again.code, again.stdout, again.stderr]).toEqual([1, '', expect.stringContaining(slug)])
    const { items } = await json<{ items: { slug: string; name: string }[] }>('workspace', 'list')
    expect(items).toContainEqual(expect.objectContaining({ slug, name: 'Plum' }))
  })

  test('member add lets somebody sign in by a link of their own, as what they are', async () => {
    const kiwi = await makeCompany(host())
    const workspace = ['--workspace', kiwi.slug]
    const email = `dana-${kiwi.slug}@kiwi.example`
    const added = await json('member', 'add', email, ...workspace, '--role', 'sales', '--name', 'Dana Levi')
    expect(added).toEqual({
      member: { email, name: 'Dana Levi', role: 'sales' },
      link: expect.stringMatching(/#.{20,}/),
    })
    expect(await json('member', 'add', email, ...workspace, '--role', 'marketer')).toMatchObject({ link: null })
    const { items } = await json<{ items: object[] }>('member', 'list', ...workspace)
    expect(items).toContainEqual({ email, name: 'Dana Levi', role: 'marketer' })
    for (const [wrong, words] of [
      [['--role', 'boss'], 'role'],
      [[], '--role'],
    ] as const) {
      const refused = await host().command('member', 'add', email, ...workspace, ...wrong, '--json')
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining(words)])
    }
    await json('member', 'remove', email, ...workspace)
    expect((await host().command('member', 'remove', email, ...workspace)).code).toBe(1)
  })

  test('source add prints where the platform sends to, and its secret is changed without a gap', async () => {
    const kiwi = await makeCompany(host())
    type Added = { source: { id: string; platform: string }; path: string }
    const added = await json<Added>('source', 'add', 'zoom', '--workspace', kiwi.slug, '--secret', 'first')
    expect(added).toEqual({
      source: { id: expect.any(String), platform: 'zoom' },
      path: expect.stringMatching(/^\/hooks\/zoom\//),
    })
    await json('source', 'secret', added.source.id, '--workspace', kiwi.slug, '--secret', 'second')
    for (const [by, status] of [
      ['first', 204],
      ['second', 204],
      ['third', 401],
    ] as const)
      expect([by, await statusOf(kiwi.sendTo(added.path, '{"event":"webinar.sang"}', by))]).toEqual([by, status])
    const { items } = await json<{ items: object[] }>('source', 'list', '--workspace', kiwi.slug)
    expect(items).toContainEqual(expect.objectContaining({ id: added.source.id, path: added.path }))
  })

  test('import takes files in, says what it found in each, and fails in words for one that is no report', async () => {
    const kiwi = await makeCompany(host())
    const folder = temporaryFolder()
    const [report, wrong] = [join(folder, 'report.csv'), join(folder, 'wrong.csv')]
    writeFileSync(report, attendeeReport(zoomRun(12)))
    writeFileSync(wrong, 'a,b\n1,2\n')
    const options = ['--workspace', kiwi.slug, '--webinar-kind', 'demo', '--json']
    const { code, stdout, stderr } = await host().command('import', report, wrong, ...options)
    expect([code, stderr]).toEqual([1, expect.stringContaining(`${wrong}:1:1: `)])
    const expected = { file: report, kind: 'zoom-attendees', rows: expect.any(Number), skipped: [] }
    expect(JSON.parse(stdout)).toMatchObject({ files: [expected] })
    // The command has waited until everybody was scored.
    const all = await kiwi.get<{ items: object[] }>('/webinars')
    expect(all).toMatchObject({ items: [{ kind: 'demo', registrants: 11 }] })
    expect(await json('webinar', 'list', '--workspace', kiwi.slug)).toEqual({ items: all.items })
  })

  test('person explain prints the scorecard that the API shows, as of a moment and under a model', async () => {
    const { kiwi } = await afterWebinar(host())
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/people?email=person1@firm1.example')
    const asOf = '2026-04-05T00:00:00Z'
    const { scorecard, person } = await kiwi.get<{ scorecard: object; person: object }>(
      `/people/${items[0]!.id}?asOf=${asOf}&model=1`,
    )
    const words = ['person', 'explain', 'PERSON1@firm1.example', '--workspace', kiwi.slug]
    expect(await json(...words, '--as-of', asOf, '--model', '1')).toEqual({ person, ...scorecard })
    const nobody = await host().command('person', 'explain', 'no@kiwi.example', '--workspace', kiwi.slug)
    expect([nobody.code, nobody.stdout, nobody.stderr]).toEqual([1, '', expect.stringContaining('no@kiwi.example')])
  })

  test('rescore scores everybody anew and ends when it is done', async () => {
    const { kiwi } = await afterWebinar(host())
    expect(await json('rescore', '--workspace', kiwi.slug)).toEqual({ modelVersion: 1 })
    expect(await kiwi.get('/workspace')).toMatchObject({ backlog: 0 })
  })

  test('the quarantine is listed, and a delivery of it is read again', async () => {
    const kiwi = await makeCompany(host())
    await kiwi.send('{"event":')
    const { items } = await json<{ items: { id: string }[] }>('quarantine', 'list', '--workspace', kiwi.slug)
    expect(items).toMatchObject([{ reason: expect.stringContaining('JSON') }])
    const replayed = await host().command('quarantine', 'replay', items[0]!.id, '--workspace', kiwi.slug, '--json')
    expect([replayed.code, JSON.parse(replayed.stdout)]).toMatchObject([1, { outcome: 'quarantined' }])
  })

  test('what is wrong with a command is said on stderr, and nothing on stdout', async () => {
    for (const [args, words] of [
      [['workspace', 'creat', 'x'], 'workspace create'],
      [['rescore', '--workspace', 'nobody-has-it'], 'nobody-has-it'],
      [['rescore'], '--workspace'],
      [['workspace', 'create', 'Not A Slug'], 'slug'],
      [['workspace', 'create', 'melon', '--timezone', 'Kiwi/Grove'], 'Kiwi/Grove'],
    ] as const) {
      const { code, stdout, stderr } = await host().command(...args)
      expect([args, code, stdout]).toEqual([args, 1, ''])
      expect(stderr).toContain(words)
    }
    const { items } = await json<{ items: { slug: string }[] }>('workspace', 'list')
    expect(items.map(({ slug }) => slug)).not.toContain('melon')
  })
}
