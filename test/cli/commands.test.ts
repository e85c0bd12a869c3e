import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newWorkspace, ripen, ripenJson, startServer, temporaryFolder } from '../process/running.ts'

const files = join(import.meta.dirname, '../fixtures/zoom/files')
const report = join(files, 'attendees-2020.csv')
const usage = join(files, 'usage-participants-2026.csv')

interface Imports {
  files: { file: string; kind: string; webinar: { topic: string }; people: number; facts: number }[]
}

interface Explained {
  person: { email: string }
  score: number
  ledger: { points: number; reason: string }[]
}

test('without a server: a workspace, a report, and who is why where, complete at once', async () => {
  const data = temporaryFolder()
  await newWorkspace(data, 'kiwi-secret')
  const imported = await ripenJson<Imports>(data, 'import', report, '--workspace', 'kiwi')
  expect(imported.files).toMatchObject([{ file: report, kind: 'zoom-attendees', webinar: { topic: 'Pruning 101' } }])
  expect(imported.files[0]!.facts).toBeGreaterThan(5)

  const explained = await ripenJson<Explained>(
    data,
    'person',
    'explain',
    'INES.DUARTE@olive.example',
    '--workspace',
    'kiwi',
  )
  expect(explained.person.email).toBe('ines.duarte@olive.example')
  expect(explained.score).toBe(explained.ledger.reduce((sum, { points }) => sum + points, 0))
  expect(explained.ledger.length).toBeGreaterThan(1)

  const { stdout } = await ripen(data, 'person', 'explain', 'ines.duarte@olive.example', '--workspace', 'kiwi')
  expect(stdout).toContain('Ines Duarte <ines.duarte@olive.example>, Olive SA')
  expect(stdout).toContain(`Score ${explained.score}:`)
  expect(stdout).toContain('times in Asia/Jerusalem')
  expect(stdout).toContain('28 Mar 2020')
  for (const { reason } of explained.ledger) expect(stdout).toContain(`${reason} `.trim())

  const again = await ripenJson<Imports>(data, 'import', report, '--workspace', 'kiwi')
  expect(again.files[0]!.facts).toBe(0)
})

test('with a server: the same commands are carried out by it, and it knows the result', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { apiKey } = await newWorkspace(data, 'kiwi-secret')
  await ripenJson<Imports>(data, 'import', report, '--workspace', 'kiwi')
  await ripenJson(data, 'rescore', '--workspace', 'kiwi')
  const headers = { authorization: `Bearer ${apiKey}` }
  const answer = await fetch(`${server.address}/api/v1/webinars`, { headers })
  expect(await answer.json()).toMatchObject({ items: [{ topic: 'Pruning 101', kind: 'educational' }] })
  expect(await ripenJson(data, 'quarantine', 'list', '--workspace', 'kiwi')).toEqual({ items: [] })
  expect(await server.end('SIGTERM')).toBe(0)
  const explained = await ripenJson<Explained>(
    data,
    'person',
    'explain',
    'omar.haddad@carob.example',
    '--workspace',
    'kiwi',
  )
  expect(explained.score).toBeGreaterThan(0)
})

test('a wrong file is refused whole with its place, the others are taken, and the exit code says that something failed', async () => {
  const data = temporaryFolder()
  await startServer(data)
  await newWorkspace(data, 'kiwi-secret')
  const nonsense = join(data, 'nonsense.csv')
  writeFileSync(nonsense, 'a,b\n1,2\n')
  const { code, stdout, stderr } = await ripen(
    data,
    'import',
    usage,
    nonsense,
    report,
    'missing.csv',
    '--workspace',
    'kiwi',
    '--json',
  )
  expect(code).toBe(1)
  expect((JSON.parse(stdout) as Imports).files.map(({ file }) => file)).toEqual([report])
  expect(stderr).toMatch(/usage-participants-2026\.csv(:\d+)*: .*[Uu]sage/)
  expect(stderr).toContain('nonsense.csv')
  expect(stderr).toContain('missing.csv: there is no such file')
})

test('a workspace without a chosen time zone asks for one in words, and takes it from --timezone', async () => {
  const data = temporaryFolder()
  await startServer(data)
  await ripenJson(data, 'workspace', 'create', 'lime')
  const asked = await ripen(data, 'import', report, '--workspace', 'lime')
  expect(asked).toMatchObject({ code: 1, stdout: '' })
  expect(asked.stderr).toContain('--timezone')
  const { code } = await ripen(data, 'import', report, '--workspace', 'lime', '--timezone', 'America/New_York')
  expect(code).toBe(0)
})

test('polls, questions and a survey are brought in by the command, which asks for what a file does not say', async () => {
  const data = temporaryFolder()
  await startServer(data)
  await newWorkspace(data, 'kiwi-secret')
  const into = ['--workspace', 'kiwi'] as const
  await ripenJson<Imports>(data, 'import', join(files, 'attendees-2026.csv'), ...into)
  const polls = join(files, 'poll-report-2021.csv')
  expect(await ripenJson<Imports>(data, 'import', polls, ...into, '--kind', 'zoom-polls')).toMatchObject({
    files: [{ kind: 'zoom-polls', webinar: { topic: 'Ripe or not? Scoring, live' }, people: 1 }],
  })

  const survey = join(files, 'survey-report-2026.csv')
  const asked = await ripen(data, 'import', survey, ...into)
  expect(asked).toMatchObject({ code: 1, stdout: '' })
  expect(asked.stderr).toContain('does not say which webinar it is about. Choose the webinar. Say it with --webinar.')
  const open = ['--webinar', '84211905573', '--open-question', 'Was it worth your time?']
  expect(await ripenJson<Imports>(data, 'import', survey, ...into, ...open)).toMatchObject({ files: [{ facts: 1 }] })

  const own = join(data, 'own.csv')
  writeFileSync(own, 'Who;Kontakt;What they wanted\nTom;tom.becker@quince.example;How much is it?\n')
  const questions = [own, ...into, '--kind', 'zoom-qa', '--webinar', '84211905573']
  const unknown = await ripen(data, 'import', ...questions)
  expect(unknown.stderr).toMatch(/Which column holds the questions\?.*“What they wanted”.*Say it with --column\./s)
  expect((await ripen(data, 'import', ...questions, '--column', 'question')).stderr).toContain(
    '--column question: expected',
  )
  const columns = ['--column', 'question=What they wanted', '--column', 'email=Kontakt']
  const { files: taken } = await ripenJson<Imports>(data, 'import', ...questions, ...columns)
  expect(taken).toMatchObject([{ kind: 'zoom-qa', rows: 1, facts: 1, people: 1 }])
})

test('mistakes are said in words on stderr, with nothing on stdout and a non-zero exit code', async () => {
  const data = temporaryFolder()
  await startServer(data)
  await newWorkspace(data, 'kiwi-secret')
  const mistakes: [string[], RegExp][] = [
    [['workspace', 'create', 'kiwi'], /There is a workspace "kiwi" already/],
    [['workspace', 'create', 'Not A Slug'], /is no short name/],
    [['workspace', 'create', 'lime', '--timezone', 'Mars/Base'], /Mars\/Base/],
    [['workspace', 'create', 'lime', '--observes', 'smoke'], /observes.*smoke/],
    [['workspace', 'creat', 'lime'], /Did you mean "workspace create"/],
    [['source', 'add', 'zoon', '--workspace', 'kiwi'], /zoon/],
    [['source', 'add', 'zoom'], /--workspace <slug> is missing/],
    [['source', 'add', 'zoom', '--workspace', 'melon'], /There is no workspace "melon"\. There are: kiwi/],
    [['person', 'explain', 'nobody@kiwi.example', '--workspace', 'kiwi'], /Nobody .* nobody@kiwi\.example/],
    [['person', 'explain', '--workspace', 'kiwi'], /Usage: person explain <email>/],
    [['rescore', '--workspce', 'kiwi'], /Did you mean --workspace/],
  ]
  for (const [args, words] of mistakes) {
    const { code, stdout, stderr } = await ripen(data, ...args, '--json')
    expect([args.join(' '), code, stdout]).toEqual([args.join(' '), 1, ''])
    expect(stderr).toMatch(words)
  }
  expect(await ripenJson(data, 'workspace', 'list')).toMatchObject({ items: [{ slug: 'kiwi' }] })
})

test('the help lists what there is, and each command explains itself', async () => {
  const data = temporaryFolder()
  const all = await ripen(data, '--help')
  expect(all.code).toBe(0)
  for (const name of [
    'workspace create <slug>',
    'source add <platform>',
    'import <file>…',
    'person explain <email>',
    'rescore',
    'backup',
    'restore <file>',
    'doctor',
  ])
    expect(all.stdout).toContain(name)
  for (const later of ['erase', 'demo', 'bench']) expect(all.stdout).not.toContain(later)
  const group = await ripen(data, 'source', '--help')
  expect(group).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/source add[\s\S]*source secret[\s\S]*source list/),
  })
  expect(group.stdout).not.toContain('workspace create')
  const one = await ripen(data, 'import', '--help')
  const newer = ['--webinar', '--column', '--open-question']
  for (const option of ['--workspace', '--kind', '--timezone', '--webinar-kind', ...newer, '--json', '--help'])
    expect(one.stdout).toContain(option)
})

test('a command that only reads makes no data folder, and says that there is none', async () => {
  const nowhere = join(temporaryFolder(), 'nowhere')
  for (const args of [
    ['workspace', 'list'],
    ['source', 'list', '--workspace', 'kiwi'],
    ['import', report],
  ]) {
    const { code, stdout, stderr } = await ripen(nowhere, ...args)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`There is no data folder at ${nowhere}`)
  }
  expect(existsSync(nowhere)).toBe(false)
})
