import { createHash, randomBytes } from 'node:crypto'
import { Refused } from '../domain/refusal.ts'
import type { Db } from '../store/db.ts'
import { link } from './words.ts'

/** What a link is for: to become the owner, to choose a new password, or the first one of somebody who was invited. */
export type LinkPurpose = 'owner' | 'password' | 'invitation'

export interface SetupLink {
  purpose: LinkPurpose
  /** Whose password; null for the owner to be. */
  user: string | null
}

const day = 24 * 60 * 60 * 1000
/** How long each works, ms. An invitation lies in somebody's mail for a while. */
const lasts: Record<LinkPurpose, number> = { owner: day, password: day, invitation: 7 * day }

/** The secret part of a new link. Earlier ones for the same end here: only the newest counts. */
export function issueLink(db: Db, { purpose, user }: SetupLink, now: number): string {
  const token = randomBytes(32).toString('base64url')
  db.transaction(() => {
    db.prepare('DELETE FROM setup_link WHERE expires_at < ?').run(now - 30 * day)
    db.prepare('UPDATE setup_link SET expires_at = ? WHERE purpose = ? AND user IS ? AND used_at IS NULL').run(
      now,
      purpose,
      user,
    )
    db.prepare('INSERT INTO setup_link (hash, purpose, user, expires_at) VALUES (?, ?, ?, ?)').run(
      hashOf(token),
      purpose,
      user,
      now + lasts[purpose],
    )
  })
  return token
}

/** What a link is good for; Refused `forbidden`, with what to do instead, when it is good for nothing. */
export function checkLink(db: Db, token: string, now: number): SetupLink {
  const found = db
    .prepare<SetupLink & { expiresAt: number; usedAt: number | null }>(
      'SELECT purpose, user, expires_at AS expiresAt, used_at AS usedAt FROM setup_link WHERE hash = ?',
    )
    .get(hashOf(token))
  if (!found) throw new Refused('forbidden', link('unknown'))
  if (found.usedAt !== null) throw new Refused('forbidden', link('used'))
  if (found.expiresAt <= now) throw new Refused('forbidden', link('outdated'))
  return { purpose: found.purpose, user: found.user }
}

/** The same, and it is used from here on. Belongs into the transaction of what the link allows. */
export function useLink(db: Db, token: string, now: number): SetupLink {
  const found = checkLink(db, token, now)
  db.prepare('UPDATE setup_link SET used_at = ? WHERE hash = ?').run(now, hashOf(token))
  return found
}

/** Until when somebody's newest invitation works, ms UTC; null where none does. */
export function invitationUntil(db: Db, user: string, now: number): number | null {
  const found = db
    .prepare<{ until: number | null }>(
      `SELECT max(expires_at) AS until FROM setup_link
       WHERE user = ? AND purpose = 'invitation' AND used_at IS NULL AND expires_at > ?`,
    )
    .get(user, now)
  return found?.until ?? null
}

/** Every link of somebody ends here. */
export function endLinks(db: Db, user: string, now: number): void {
  db.prepare('UPDATE setup_link SET expires_at = ? WHERE user = ? AND used_at IS NULL').run(now, user)
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
