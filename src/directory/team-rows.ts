import type { Db } from '../store/db.ts'
import type { Role } from './members.ts'

/** Somebody in a workspace. `signsIn`: 1 where they have chosen a password. */
export interface TeamRow {
  id: string
  email: string
  name: string
  role: Role
  signsIn: number
}

const columns = `user.id, user.email, user.name, role, EXISTS (
  SELECT 1 FROM account WHERE user_id = user.id AND provider_id = 'credential' AND password IS NOT NULL
) AS signsIn`
const from = 'FROM membership JOIN user ON user.id = membership.user WHERE workspace = ?'

/** Everybody in a workspace, by address. */
export function teamRows(db: Db, workspace: string): TeamRow[] {
  return db.prepare<TeamRow>(`SELECT ${columns} ${from} ORDER BY user.email`).all(workspace)
}

/** Somebody of a workspace; undefined for everybody who is not there. */
export function teamRow(db: Db, workspace: string, user: string): TeamRow | undefined {
  return db.prepare<TeamRow>(`SELECT ${columns} ${from} AND user.id = ?`).get(workspace, user)
}

/** Whoever has that address, in whatever workspace. */
export function findUser(db: Db, email: string): Pick<TeamRow, 'id' | 'name' | 'signsIn'> | undefined {
  return db
    .prepare<TeamRow>(
      `SELECT id, name, EXISTS (
         SELECT 1 FROM account WHERE user_id = user.id AND provider_id = 'credential' AND password IS NOT NULL
       ) AS signsIn FROM user WHERE email = ?`,
    )
    .get(email)
}

/** The other workspaces of somebody, by id. */
export function workspacesBeside(db: Db, workspace: string, user: string): string[] {
  return db
    .prepare<{ workspace: string }>('SELECT workspace FROM membership WHERE user = ? AND workspace <> ?')
    .all(user, workspace)
    .map((row) => row.workspace)
}
