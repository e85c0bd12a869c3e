import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from './running.ts'

const root = join(import.meta.dirname, '..', '..')

/** `npm run demo` as a process of its own, on any free port, with `temporary` as the folder for temporary files. */
function startDemo(temporary: string, env: NodeJS.ProcessEnv = {}): { child: ChildProcess; output(): string } {
  const child = spawn(process.execPath, [join(root, 'src/hosts/node/demo.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', TMPDIR: temporary, RIPEN_DATA: '', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part) => (text += part))
  return { child, output: () => text }
}

/** What the demo prints, once it says how to sign in. */
async function signIn({ child, output }: ReturnType<typeof startDemo>) {
  while (!output().includes('Ctrl-C ends it')) {
    if (child.exitCode !== null) throw new Error(`the demo ended with ${child.exitCode}: ${output()}`)
    await once(child.stdout!, 'data')
  }
  const [, address, email, password] = /Open (\S+) and sign in:\s+e-mail\s+(\S+)\s+password\s+(\S+)/.exec(output())!
  const answer = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address! },
    body: JSON.stringify({ email, password }),
  })
  expect(answer.status).toBe(200)
  const session = (await answer.json()) as { workspaces: { slug: string; role: string }[] }
  const headers = {
    cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!,
    'ripen-workspace': session.workspaces[0]!.slug,
  }
  const get = async <T>(path: string) => (await (await fetch(address + path, { headers })).json()) as T
  return { session, get, address: address! }
}

interface Listed {
  items: { id: string; state: string; kind: string; partner: object | null; registrants: number; attendees: number }[]
}

test('the demo fills itself, lets its owner in, goes on in real time, and leaves nothing behind when it is stopped', async () => {
  const temporary = temporaryFolder()
  const demo = startDemo(temporary)
  const { session, get, address } = await signIn(demo)
  expect(session.workspaces).toMatchObject([{ slug: 'shaked', role: 'owner' }])
  expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^ripen-demo-/)])

  const { items } = await get<Listed>('/api/v1/webinars')
  const inState = (state: string) => items.filter((webinar) => webinar.state === state)
  expect(['ended', 'live', 'scheduled'].map((state) => inState(state).length)).toEqual([9, 1, 2])
  expect(items.filter(({ kind }) => kind === 'demo')).toHaveLength(3)
  expect(items.filter(({ partner }) => partner)).toHaveLength(1)
  for (const { registrants, attendees } of inState('ended')) {
    expect(attendees / registrants).toBeGreaterThan(0.35)
    expect(attendees / registrants).toBeLessThan(0.5)
  }
  const health = (await (await fetch(`${address}/healthz`)).json()) as { backlog: number }
  expect(health.backlog).toBeLessThan(10)

  const { id } = inState('live')[0]!
  const present = () => get<object>(`/api/v1/webinars/${id}/ranking?attended=live&limit=500`)
  const before = strip(await present())
  while (strip(await present()) === before) await new Promise((resolve) => setTimeout(resolve, 500))

  demo.child.kill('SIGTERM')
  const [code] = await once(demo.child, 'exit')
  expect(code).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
  expect(demo.output()).toMatch(/Stopped; \S+ was removed/)
})

/** A ranking without what changes by the clock alone: who is there, with what they did. */
function strip(ranking: object): string {
  const { items } = ranking as { items: { person: { id: string }; marks: object[]; lastActivityAt: string }[] }
  return JSON.stringify(items.map(({ person, marks }) => [person.id, marks.length]).sort())
}

test('Ctrl-C while it is being filled ends it at once, and what was begun goes', async () => {
  const temporary = temporaryFolder()
  const { child, output } = startDemo(temporary)
  while (!/\d+ webhooks/.test(output())) await once(child.stdout!, 'data')
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect([code, output()]).toEqual([0, expect.not.stringContaining('could not go on')])
  expect(readdirSync(temporary)).toEqual([])
})

test('a folder with something in it is refused in words and left as it is', async () => {
  const data = temporaryFolder()
  writeFileSync(join(data, 'note.txt'), 'mine')
  const { child, output } = startDemo(temporaryFolder(), { RIPEN_DATA: data })
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect(output()).toMatch(/is not empty/)
  expect(readdirSync(data)).toEqual(['note.txt'])
})
