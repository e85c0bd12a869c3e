import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openMarked } from '../../src/hosts/node/marked.ts'
import { readMark, Watermark } from '../../src/hosts/node/watermark.ts'
import { temporaryFolder } from '../process/running.ts'

test('the last mark stays, also where an earlier one is still being written when the database is closed', async () => {
  const folder = temporaryFolder()
  for (let round = 0; round < 40; round++) {
    const path = join(folder, `${round}.db`)
    const db = openMarked(path, [])
    const watermark = new Watermark(db, path)
    db.transaction(() => db.exec('CREATE TABLE fig (a)'))
    watermark.note()
    await pause(round % 8)
    db.transaction(() => db.exec('INSERT INTO fig VALUES (1)'))
    watermark.settle()
    const { commits } = db.position()
    db.close()
    await pause(5)
    expect(readMark(path)).toMatchObject({ commits })
  }
  await pause(100)
  expect(readdirSync(folder).filter((name) => !/\.(db|mark)(-wal|-shm)?$/.test(name))).toEqual([])
})
