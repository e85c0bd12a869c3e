import { randomBytes } from 'node:crypto'
import { Refused } from '../domain/refusal.ts'
import type { Db } from '../store/db.ts'
import { type Migration, migrate } from '../store/migrate.ts'

export interface WorkspaceEntry {
  id: string
  slug: string
  name: string
  createdAt: number
}

/** Which workspaces exist. Slugs are for people, ids for keys and file names. */
export interface Directory {
  list(): WorkspaceEntry[]
  /** Refused `not_found`, with the slugs there are. */
  bySlug(slug: string): WorkspaceEntry
  /** Refused when the slug is malformed (`invalid`) or taken (`conflict`). */
  checkFree(slug: string): void
  add(entry: Pick<WorkspaceEntry, 'id' | 'slug' | 'name'>): void
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

/** Brings the database to the newest form and answers from it. `now` in ms UTC. */
export function openDirectory(db: Db, options: { now: () => number; migrations: Migration[] }): Directory {
  migrate(db, options.migrations, options.now())
  const columns = 'id, slug, name, created_at AS createdAt'
  const list = () => db.prepare<WorkspaceEntry>(`SELECT ${columns} FROM workspace ORDER BY slug`).all()
  const find = (slug: string) => db.prepare<WorkspaceEntry>(`SELECT ${columns} FROM workspace WHERE slug = ?`).get(slug)
  return {
    list,
    bySlug(slug) {
      const entry = find(slug)
      if (entry) return entry
      const slugs = list().map((each) => each.slug)
      const known = slugs.length > 0 ? `There are: ${slugs.join(', ')}.` : 'Make one with "workspace create".'
      throw new Refused('not_found', `There is no workspace "${slug}". ${known}`, { slug })
    },
    checkFree(slug) {
      if (!slugPattern.test(slug))
        throw new Refused(
          'invalid',
          `"${slug}" is no slug: use a-z, 0-9 and hyphens, at most 50, beginning with a letter or digit.`,
          {
            field: 'slug',
          },
        )
      if (find(slug)) throw new Refused('conflict', `There is a workspace "${slug}" already.`, { field: 'slug' })
    },
    add({ id, slug, name }) {
      db.prepare('INSERT INTO workspace (id, slug, name, created_at) VALUES (?, ?, ?, ?)').run(
        id,
        slug,
        name,
        options.now(),
      )
    },
  }
}
