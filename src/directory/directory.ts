import { randomBytes } from 'node:crypto'
import type { Told } from '../domain/audit.ts'
import { Refused } from '../domain/refusal.ts'
import type { Db } from '../store/db.ts'
import { type Migration, migrate } from '../store/migrate.ts'
import { checkLink, endLinks, issueLink, type LinkPurpose, useLink } from './links.ts'
import {
  addOwnersTo,
  changePassword,
  findMembers,
  findMembership,
  insertUser,
  isOwned,
  type Member,
  type Membership,
  membershipsOf,
  membersOf,
  ownAll,
  type Role,
} from './members.ts'
import { openSignIn, type SessionCookie, type SessionFound } from './sign-in.ts'
import { type Changer, type Invited, Team, type TeamMember } from './team.ts'
import { findUntold, forgetTold } from './untold.ts'
import { link, member } from './words.ts'
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

  /** Everybody in a workspace, by its id. */
  team(workspace: string): TeamMember[]
  /** Takes somebody in; see `Team`. Each of these is told to the log of the workspace. */
  invite(workspace: string, member: Member, by: Changer): Invited
  inviteAgain(workspace: string, id: string, by: Changer): Invited
  changeRole(workspace: string, id: string, role: Role, by: Changer): TeamMember
  removeFromTeam(workspace: string, id: string, by: Changer): void
  /** What the log of a workspace does not know yet, at most 100 lines; `told` says that it stands there. */
  untold(workspace: string): Told[]
  told(ids: string[]): void

  /** Everybody in a workspace, by its slug. */
  members(slug: string): Member[]
  /**
   * By whoever runs this Ripen: takes somebody into a workspace, or gives them another role there. `token`: of a one-time
   * link with which somebody new chooses a password; null for who is known already. The last owner stays (`conflict`).
   */
  addMember(slug: string, member: Member): { token: string | null }
  /** Takes somebody out of a workspace. Refused for the last owner (`conflict`) and for who is not there (`not_found`). */
  removeMember(slug: string, email: string): void

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

  const teamOf = (workspace: string) => new Team(db, workspace, now())

  return {
    workspaces: () => listWorkspaces(db),
    bySlug: (slug) => findBySlug(db, slug),
    checkSlugFree: (slug) => checkSlugFree(db, slug),
    enter,
    owned: () => isOwned(db),
    membershipsOf: (user) => membershipsOf(db, user),
    membership: (user, slug) => findMembership(db, user, slug),
    members: (slug) => membersOf(db, findBySlug(db, slug).id),
    addMember(slug, { name, email, role }) {
      const team = teamOf(findBySlug(db, slug).id)
      const known = memberOf(team, email)
      if (known) team.changeRole(known.id, role, host)
      return { token: known ? null : team.invite({ name, email, role }, host).token }
    },
    removeMember(slug, email) {
      const team = teamOf(findBySlug(db, slug).id)
      const known = memberOf(team, email)
      if (!known) throw new Refused('not_found', member('stranger', { email, slug }), { field: 'email' })
      team.remove(known.id, host)
    },
    team: (workspace) => teamOf(workspace).list(),
    invite: (workspace, member, by) => teamOf(workspace).invite(member, by),
    inviteAgain: (workspace, id, by) => teamOf(workspace).inviteAgain(id, by),
    changeRole: (workspace, id, role, by) => teamOf(workspace).changeRole(id, role, by),
    removeFromTeam: (workspace, id, by) => teamOf(workspace).remove(id, by),
    untold: (workspace) => findUntold(db, workspace),
    told: (ids) => forgetTold(db, ids),
    issueLink(email) {
      if (!isOwned(db))
        return { token: issueLink(db, { purpose: 'owner', user: null }, now()), purpose: 'owner', email: null }
      const asked = whose(findMembers(db), email)
      const token = issueLink(db, { purpose: 'password', user: asked.id }, now())
      return { token, purpose: 'password', email: asked.email }
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
        insertUser(db, { id, name, email: addressOf(email), passwordHash }, now())
        ownAll(db, id)
      })
    },
    async changePassword(token, password) {
      const passwordHash = await signIn.hash(password)
      return db.transaction(() => {
        const { user } = useLink(db, token, now())
        const email = emailOf(user)
        if (user === null || email === null) throw new Refused('forbidden', link('forOwner'))
        changePassword(db, user, passwordHash, now())
        endLinks(db, user, now())
        return email
      })
    },
    signIn: (email, password) => signIn.begin(email, password),
    session: (cookie) => signIn.find(cookie),
    signOut: (cookie) => signIn.end(cookie),
  }
}

/** Whoever runs this Ripen, at its command line. */
const host: Changer = { by: 'command line', email: null, isHost: true }

function memberOf(team: Team, email: string): TeamMember | undefined {
  return team.list().find((each) => each.email === addressOf(email))
}

function addressOf(email: string): string {
  return email.trim().toLowerCase()
}

function whose(members: { id: string; email: string; owner: number }[], email?: string): { id: string; email: string } {
  const owners = members.filter(({ owner }) => owner === 1)
  const asked = email === undefined ? owners : members.filter((each) => each.email === addressOf(email))
  if (asked.length === 1) return { id: asked[0]!.id, email: asked[0]!.email }
  const list = members.map((each) => each.email).join(', ')
  if (asked.length === 0) throw new Refused('not_found', `Nobody signs in as ${email}. There are: ${list}.`)
  throw new Refused('invalid', `There are several owners. Say whose password: ${list}.`, { field: 'email' })
}
