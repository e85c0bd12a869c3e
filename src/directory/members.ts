import type { Db } from '../store/db.ts'

/** What somebody is in a workspace; http says what each may do. */
export type Role = 'owner' | 'producer' | 'marketer' | 'sales' | 'partner'

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

/** Everybody who owns a workspace owns this one too. */
export function addOwnersTo(db: Db, workspace: string): void {
  db.prepare(
    `INSERT INTO membership (user, workspace, role)
     SELECT DISTINCT user, ?, 'owner' FROM membership WHERE role = 'owner'`,
  ).run(workspace)
}

/** Somebody with a password, who owns every workspace that there is. */
export function insertOwner(
  db: Db,
  owner: { id: string; name: string; email: string; passwordHash: string },
  now: number,
): void {
  const { id, name, email, passwordHash } = owner
  db.prepare(
    'INSERT INTO user (id, name, email, email_verified, created_at, updated_at) VALUES (?, ?, ?, 0, ?, ?)',
  ).run(id, name, email, now, now)
  db.prepare(
    `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
  ).run(id, id, id, passwordHash, now, now)
  db.prepare("INSERT INTO membership (user, workspace, role) SELECT ?, id, 'owner' FROM workspace").run(id)
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
