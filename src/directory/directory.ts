import { randomBytes } from 'node:crypto'
import { Refused } from '../domain/refusal.ts'
import type { Db } from '../store/db.ts'
import { type Migration, migrate } from '../store/migrate.ts'
import { checkLink, issueLink, type LinkPurpose, useLink } from './links.ts'
import {
  addOwnersTo,
  changePassword,
  findMembers,
  findMembership,
  insertOwner,
  isOwned,
  type Membership,
  membershipsOf,
  type Role,
} from './members.ts'
import { openSignIn, type SessionCookie, type SessionFound } from './sign-in.ts'
import { link } from './words.ts'
import { checkSlugFree, findBySlug, insertWorkspace, listWorkspaces, type WorkspaceEntry } from './workspaces.ts'

export type NewWorkspace = Pick<WorkspaceEntry, 'id' | 'slug' | 'name'>

/** Which workspaces exist, who may sign in, and who is what where. Slugs are for people, ids for keys and file names. */
export interface Directory {
  workspaces(): WorkspaceEntry[]
  /** Refused `not_found`, with the slugs there are. */
  bySlug(slug: string): WorkspaceEntry
  /** Refused when the slug is malformed (`invalid`) or taken (`conflict`). */
  checkSlugFree(slug: string): void
  /** Takes in a workspace that has just been made; who owns the others owns it too. */
  enter(workspace: NewWorkspace): void

  /** Whether anybody owns this Ripen yet. */
  owned(): boolean
  membershipsOf(user: string): Membership[]
  /** Somebody's role in a workspace; null for a stranger as for a slug that nobody has. */
  membership(user: string, slug: string): { workspace: string; role: Role } | null

  /** The secret part of a link that works once: to own this Ripen, or for the new password of somebody. */
  issueLink(email?: string): { token: string; purpose: LinkPurpose; email: string | null }
  /** What a link is good for and whose; Refused `forbidden` in words. */
  checkLink(token: string): { purpose: LinkPurpose; email: string | null; workspaces: { slug: string; name: string }[] }
  /** By a link: the owner of all there is, together with the workspace that was made for them. */
  makeOwner(token: string, owner: { name: string; email: string; password: string }, made?: NewWorkspace): Promise<void>
  /** By a link: a new password, which ends every session of its person. The address they sign in with. */
  changePassword(token: string, password: string): Promise<string>

  /** Null when address or password are wrong. */
  signIn(email: string, password: string): Promise<SessionCookie | null>
  session(cookie: string): Promise<SessionFound | null>
  signOut(cookie: string): Promise<void>
}

export interface DirectoryOptions {
  /** ms UTC */
  now: () => number
  migrations: Migration[]
  /** The server's 32 bytes. */
  secret: Uint8Array
}

/** Brings the database to the newest form and answers from it. */
export function openDirectory(db: Db, { now, migrations, secret }: DirectoryOptions): Directory {
  migrate(db, migrations, now())
  const signIn = openSignIn(db, secret)
  const emailOf = (user: string | null) => findMembers(db).find(({ id }) => id === user)?.email ?? null

  function enter(workspace: NewWorkspace): void {
    db.transaction(() => {
      checkSlugFree(db, workspace.slug)
      insertWorkspace(db, workspace, now())
      addOwnersTo(db, workspace.id)
    })
  }

  return {
    workspaces: () => listWorkspaces(db),
    bySlug: (slug) => findBySlug(db, slug),
    checkSlugFree: (slug) => checkSlugFree(db, slug),
    enter,
    owned: () => isOwned(db),
    membershipsOf: (user) => membershipsOf(db, user),
    membership: (user, slug) => findMembership(db, user, slug),
    issueLink(email) {
      if (!isOwned(db))
        return { token: issueLink(db, { purpose: 'owner', user: null }, now()), purpose: 'owner', email: null }
      const member = whose(findMembers(db), email)
      const token = issueLink(db, { purpose: 'password', user: member.id }, now())
      return { token, purpose: 'password', email: member.email }
    },
    checkLink(token) {
      const { purpose, user } = checkLink(db, token, now())
      const workspaces = user === null ? listWorkspaces(db) : membershipsOf(db, user)
      return { purpose, email: emailOf(user), workspaces: workspaces.map(({ slug, name }) => ({ slug, name })) }
    },
    async makeOwner(token, { name, email, password }, made) {
      const passwordHash = await signIn.hash(password)
      db.transaction(() => {
        if (useLink(db, token, now()).purpose !== 'owner') throw new Refused('forbidden', link('forPassword'))
        if (made) enter(made)
        const id = randomBytes(12).toString('hex')
        insertOwner(db, { id, name, email: email.trim().toLowerCase(), passwordHash }, now())
      })
    },
    async changePassword(token, password) {
      const passwordHash = await signIn.hash(password)
      return db.transaction(() => {
        const { user } = useLink(db, token, now())
        const email = emailOf(user)
        if (user === null || email === null) throw new Refused('forbidden', link('forOwner'))
        changePassword(db, user, passwordHash, now())
        return email
      })
    },
    signIn: (email, password) => signIn.begin(email, password),
    session: (cookie) => signIn.find(cookie),
    signOut: (cookie) => signIn.end(cookie),
  }
}

function whose(members: { id: string; email: string; owner: number }[], email?: string): { id: string; email: string } {
  const owners = members.filter(({ owner }) => owner === 1)
  const asked = email === undefined ? owners : members.filter((each) => each.email === email.trim().toLowerCase())
  if (asked.length === 1) return { id: asked[0]!.id, email: asked[0]!.email }
  const list = members.map((each) => each.email).join(', ')
  if (asked.length === 0) throw new Refused('not_found', `Nobody signs in as ${email}. There are: ${list}.`)
  throw new Refused('invalid', `There are several owners. Say whose password: ${list}.`, { field: 'email' })
}
