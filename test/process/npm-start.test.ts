import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from './running.ts'

const root = join(import.meta.dirname, '..', '..')

/** What the process and all that it started log, until they have all ended. */
function printed(child: ChildProcess): { text(): string; ended: Promise<unknown> } {
  let text = ''
  child.stderr!.on('data', (piece) => {
    text += piece
  })
  return { text: () => text, ended: once(child.stderr!, 'end') }
}

test('stopping npm stops the server that "npm start" started, in order', async () => {
  const env = { ...process.env, PORT: '0', RIPEN_DATA: temporaryFolder() }
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  onTestFinished(() => {
    if (npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid!, 'SIGKILL')
  })
  const { text, ended } = printed(npm)
  while (!text().includes('"event":"started"')) await once(npm.stderr!, 'data')
  npm.kill('SIGTERM')
  await ended
  expect(text()).toContain('"event":"stopped"')
})
