import { randomBytes } from 'node:crypto'
import { Refused } from '../domain/refusal.ts'
import type { Db } from '../store/db.ts'
import { slugs } from './words.ts'

export interface WorkspaceEntry {
  id: string
  slug: string
  name: string
  createdAt: number
}

const idPattern = /^[a-z0-9]{8,32}$/
const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/

/** Whether a text could be a workspace's id: it becomes a file name, so nothing else gets near the disk. */
export function isWorkspaceId(text: string): boolean {
  return idPattern.test(text)
}

export function newWorkspaceId(): string {
  return randomBytes(6).toString('hex')
}

const columns = 'id, slug, name, created_at AS createdAt'

/** All workspaces, by slug. */
export function listWorkspaces(db: Db): WorkspaceEntry[] {
  return db.prepare<WorkspaceEntry>(`SELECT ${columns} FROM workspace ORDER BY slug`).all()
}

/** Refused `not_found`, with the slugs there are. */
export function findBySlug(db: Db, slug: string): WorkspaceEntry {
  const entry = find(db, slug)
  if (entry) return entry
  const slugs = listWorkspaces(db).map((each) => each.slug)
  const known = slugs.length > 0 ? `There are: ${slugs.join(', ')}.` : 'Make one with "workspace create".'
  throw new Refused('not_found', `There is no workspace "${slug}". ${known}`, { slug })
}

/** Refused when the slug is malformed (`invalid`) or taken (`conflict`). */
export function checkSlugFree(db: Db, slug: string): void {
  if (!slugPattern.test(slug)) throw new Refused('invalid', slugs('malformed', { slug }), { field: 'slug' })
  if (find(db, slug)) throw new Refused('conflict', slugs('taken', { slug }), { field: 'slug' })
}

export function insertWorkspace(db: Db, entry: Pick<WorkspaceEntry, 'id' | 'slug' | 'name'>, now: number): void {
  const { id, slug, name } = entry
  db.prepare('INSERT INTO workspace (id, slug, name, created_at) VALUES (?, ?, ?, ?)').run(id, slug, name, now)
}

function find(db: Db, slug: string): WorkspaceEntry | undefined {
  return db.prepare<WorkspaceEntry>(`SELECT ${columns} FROM workspace WHERE slug = ?`).get(slug)
}
