import type { Db } from '../store/db.ts'

/** What somebody is in a workspace; http says what each may do. */
export const ROLES = ['owner', 'producer', 'marketer', 'sales', 'partner'] as const
export type Role = (typeof ROLES)[number]

export interface Membership {
  slug: string
  name: string
  role: Role
}

/** Whether anybody owns this Ripen yet. */
export function isOwned(db: Db): boolean {
  return db.prepare("SELECT 1 FROM membership WHERE role = 'owner' LIMIT 1").get() !== undefined
}

/** Everybody who may sign in, owners first. */
export function findMembers(db: Db): { id: string; email: string; owner: number }[] {
  return db
    .prepare<{ id: string; email: string; owner: number }>(
      `SELECT id, email, EXISTS (SELECT 1 FROM membership WHERE user = user.id AND role = 'owner') AS owner
       FROM user ORDER BY owner DESC, email`,
    )
    .all()
}

/** Somebody in a workspace. */
export interface Member {
  email: string
  name: string
  role: Role
}

/** Everybody in a workspace, by address. */
export function membersOf(db: Db, workspace: string): Member[] {
  return db
    .prepare<Member>(
      `SELECT user.email, user.name, role FROM membership JOIN user ON user.id = membership.user
       WHERE workspace = ? ORDER BY user.email`,
    )
    .all(workspace)
}

/** Gives somebody a role in a workspace, in place of the one they had there. */
export function setRole(db: Db, user: string, workspace: string, role: Role): void {
  db.prepare('INSERT OR REPLACE INTO membership (user, workspace, role) VALUES (?, ?, ?)').run(user, workspace, role)
}

/** Takes somebody out of a workspace. */
export function removeMember(db: Db, user: string, workspace: string): void {
  db.prepare('DELETE FROM membership WHERE user = ? AND workspace = ?').run(user, workspace)
}

/** The workspaces of somebody, by slug. */
export function membershipsOf(db: Db, user: string): Membership[] {
  return db
    .prepare<Membership>(
      `SELECT slug, name, role FROM membership JOIN workspace ON workspace.id = membership.workspace
       WHERE user = ? ORDER BY slug`,
    )
    .all(user)
}

/** Somebody's role in a workspace. Null for a stranger as for a slug that nobody has: the two look alike. */
export function findMembership(db: Db, user: string, slug: string): { workspace: string; role: Role } | null {
  const found = db
    .prepare<{ workspace: string; role: Role }>(
      `SELECT workspace.id AS workspace, role FROM membership JOIN workspace ON workspace.id = membership.workspace
       WHERE user = ? AND slug = ?`,
    )
    .get(user, slug)
  return found ?? null
}

/** Whoever owns all the others owns this one too. */
export function addOwnersTo(db: Db, workspace: string): void {
  db.prepare(
    `INSERT INTO membership (user, workspace, role)
     SELECT user, ?, 'owner' FROM membership WHERE role = 'owner' AND workspace <> ? GROUP BY user
     HAVING count(*) = (SELECT count(*) FROM workspace WHERE id <> ?)`,
  ).run(workspace, workspace, workspace)
}

/** Somebody who may sign in; without a password not before they have chosen one. */
export function insertUser(
  db: Db,
  user: { id: string; name: string; email: string; passwordHash: string | null },
  now: number,
): void {
  const { id, name, email, passwordHash } = user
  db.prepare(
    'INSERT INTO user (id, name, email, email_verified, created_at, updated_at) VALUES (?, ?, ?, 0, ?, ?)',
  ).run(id, name, email, now, now)
  db.prepare(
    `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
  ).run(id, id, id, passwordHash, now, now)
}

/** Somebody who can no longer sign in anywhere, with all that is theirs. */
export function deleteUser(db: Db, user: string): void {
  for (const rows of ['setup_link WHERE user', 'session WHERE user_id', 'account WHERE user_id', 'user WHERE id'])
    db.prepare(`DELETE FROM ${rows} = ?`).run(user)
}

/** Somebody owns every workspace that there is. */
export function ownAll(db: Db, user: string): void {
  db.prepare("INSERT INTO membership (user, workspace, role) SELECT ?, id, 'owner' FROM workspace").run(user)
}

/** A new password; whoever was signed in with the old one no longer is. */
export function changePassword(db: Db, user: string, passwordHash: string, now: number): void {
  db.prepare("UPDATE account SET password = ?, updated_at = ? WHERE user_id = ? AND provider_id = 'credential'").run(
    passwordHash,
    now,
    user,
  )
  db.prepare('DELETE FROM session WHERE user_id = ?').run(user)
}
