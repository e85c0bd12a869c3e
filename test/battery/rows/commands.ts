import { join } from 'node:path'
import { ripen } from '../../process/running.ts'
import { atLeast, is, reaching } from '../marks.ts'
import type { Figures, Form, Row } from '../row.ts'
import { endOf, underLoad, untilAcknowledged, whole } from '../under-load.ts'

const lasts = { short: 4_000, long: 600_000 }
const report = join(import.meta.dirname, '../../fixtures/zoom/files/attendees-2026.csv')

export const commands: Row = {
  number: 17,
  name: 'server and commands',
  mark: {
    short:
      'commands of every kind, two at a time, beside a server that gets 1,000 webhooks/s: none fails, none finds the database busy, nothing acknowledged is lost',
    long: 'the same for 10 minutes',
  },
  run,
}

/** What people call while the server runs; the n-th time. */
const kinds: ((n: number) => string[])[] = [
  () => ['person', 'explain', 'person1.of0@firm1.example', '--workspace', 'kiwi'],
  () => ['import', report, '--workspace', 'kiwi'],
  () => ['source', 'list', '--workspace', 'kiwi'],
  () => ['rescore', '--workspace', 'kiwi'],
  (n) => ['workspace', 'create', `lime${n}`],
]

async function run(form: Form): Promise<Figures> {
  const setting = await underLoad(form)
  const server = await setting.start()
  await untilAcknowledged(setting.sender, 300)
  const until = performance.now() + lasts[form.size]
  const failed: string[] = []
  let called = 0
  async function callOn(): Promise<void> {
    while (performance.now() < until || called < kinds.length) {
      const n = called++
      const { code, stderr } = await ripen(setting.data, ...kinds[n % kinds.length]!(n), '--json')
      if (code !== 0 || /busy|locked/i.test(stderr)) failed.push(`${kinds[n % kinds.length]!(n).join(' ')}: ${stderr}`)
    }
  }
  await Promise.all([callOn(), callOn()])
  form.progress(`${called} commands, ${failed.length} failed, ${setting.sender.acknowledged.length} acknowledged`)
  const figures = await endOf(setting, server)
  return reaching(
    {
      commands: called,
      failed: failed.length,
      ...figures,
      'busy in the log of the server': (server.output().match(/SQLITE_BUSY|SQLITE_LOCKED/g) ?? []).length,
      ...(failed.length > 0 && { 'in words': failed.slice(0, 3).join('; ') }),
    },
    { commands: atLeast(kinds.length), failed: is(0), 'busy in the log of the server': is(0), ...whole },
  )
}
