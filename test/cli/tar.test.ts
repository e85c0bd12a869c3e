import { execFileSync } from 'node:child_process'
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { headOf, membersOf, pieces, TarWriter } from '../../src/hosts/cli/backup/tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'ripen-tar-'))
afterAll(() => rmSync(folder, { recursive: true }))

const names = fc
  .string({ unit: fc.constantFrom(...'abc019-._/'), minLength: 1, maxLength: 90 })
  .map((name) => `m${name}z`)
const files = fc.uniqueArray(fc.tuple(names, fc.uint8Array({ maxLength: 3_000 })), { selector: ([name]) => name })

test('what is packed comes out again, name by name and byte by byte', () => {
  fc.assert(
    fc.property(files, (all) => {
      const path = join(folder, 'a.tar')
      rmSync(path, { force: true })
      const writer = new TarWriter(path, 0)
      for (const [name, bytes] of all) {
        writeFileSync(join(folder, 'member'), bytes)
        writer.addFile(name, join(folder, 'member'), bytes.byteLength, () => {})
      }
      writer.end()
      const file = openSync(path, 'r')
      const members = membersOf(file, fstatSync(file).size)
      const read = members.map((member) => [
        member.name,
        Buffer.concat([...pieces(file, member)].map((b) => Buffer.from(b))),
      ])
      closeSync(file)
      expect(read).toEqual(all.map(([name, bytes]) => [name, Buffer.from(bytes)]))
    }),
    { numRuns: 60 },
  )
})

test('a member of more than 8 GB is written and read, also by tar itself', () => {
  const path = join(folder, 'big.tar')
  const size = 9 * 1024 ** 3 + 5
  const file = openSync(path, 'w+')
  writeSync(file, headOf('workspaces/big.db', size, 0))
  ftruncateSync(file, 512 + 9 * 1024 ** 3 + 512 + 1024)
  expect(membersOf(file, fstatSync(file).size)).toEqual([{ name: 'workspaces/big.db', at: 512, size }])
  closeSync(file)
  expect(execFileSync('tar', ['tvf', path]).toString()).toContain(String(size))
})

test('an archive that is cut off anywhere, or whose head is damaged, is noticed', () => {
  const path = join(folder, 'cut.tar')
  const writer = new TarWriter(path, 0)
  writer.addText('a', 'x'.repeat(700))
  writer.addText('b', 'y')
  writer.end()
  const file = openSync(path, 'r+')
  for (let length = 0; length < 512 + 1024 + 512 + 512; length += 100)
    expect(() => membersOf(file, length)).toThrow('cut off')
  writeSync(file, 'c', 0)
  expect(() => membersOf(file, fstatSync(file).size)).toThrow('damaged')
  closeSync(file)
})
