import { expect, test } from 'vitest'
import { type Directory, openDirectory } from '../../src/directory/directory.ts'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import type { Db } from '../../src/store/db.ts'
import { leaveBehind, leftBehind, newest } from '../left-behind.ts'

const options = {
  now: () => Date.UTC(2026, 4, 12),
  migrations: readMigrations('directory'),
  secret: new Uint8Array(32),
}
const [email, password] = ['dana@kiwi.example', 'a-password-of-the-fixture']

/** A directory with an owner, two workspaces and a link that nobody has used. */
async function directoryOfToday(): Promise<Db> {
  const db = openSqlite(':memory:')
  const directory = openDirectory(db, options)
  const { token } = await directory.issueLink()
  await directory.makeOwner(token, { name: 'Dana', email, password }, { id: 'kiwi0000', slug: 'kiwi', name: 'Kiwi' })
  await directory.enter({ id: 'lime0000', slug: 'lime', name: 'Lime' })
  await directory.issueLink(email)
  directory.invite('kiwi0000', { email: 'tom@kiwi.example', name: 'Tom', role: 'sales' }, { by: 'Dana', email })
  return db
}

test('the newest migration of the directory has a fixture of what its release leaves behind', async () => {
  const words =
    'What this release leaves behind: an owner of two workspaces, a link for a new password, somebody who was invited, and what the log is not told yet.'
  leaveBehind('directory', await directoryOfToday(), words)
  leftBehind('directory', newest('directory')).close()
})

test('whoever signed in with an earlier release signs in with this one, and owns the same workspaces', async () => {
  const directory: Directory = openDirectory(leftBehind('directory', '0002'), options)
  expect((await directory.workspaces()).map(({ slug }) => slug)).toEqual(['kiwi', 'lime'])
  expect(await directory.owned()).toBe(true)
  const cookie = await directory.signIn(email, password)
  expect(cookie).not.toBeNull()
  expect(await directory.signIn(email, 'another-password')).toBeNull()
  const { workspace, role } = (await directory.membership((await directory.session(cookie!.value))!.user.id, 'lime'))!
  expect([workspace, role]).toEqual(['lime0000', 'owner'])
})

test('an invitation holds after an upgrade, and what the log was not told of is told then', () => {
  const directory = openDirectory(leftBehind('directory', '0003'), options)
  expect(directory.team('kiwi0000')).toMatchObject([
    { email, role: 'owner', state: 'active', linkUntil: null },
    { email: 'tom@kiwi.example', role: 'sales', state: 'invited', linkUntil: Date.UTC(2026, 4, 19) },
  ])
  expect(directory.untold('kiwi0000')).toMatchObject([{ act: 'member.invited', doer: { by: 'Dana' } }])
})
