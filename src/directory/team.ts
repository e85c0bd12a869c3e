import { randomBytes } from 'node:crypto'
import type { Doer } from '../domain/audit.ts'
import { Refused } from '../domain/refusal.ts'
import type { Db } from '../store/db.ts'
import { invitationUntil, issueLink } from './links.ts'
import { deleteUser, insertUser, type Member, membershipsOf, type Role, removeMember, setRole } from './members.ts'
import { findUser, type TeamRow, teamRow, teamRows, workspacesBeside } from './team-rows.ts'
import { note } from './untold.ts'
import { member as words } from './words.ts'

/** Who changes a team. `isHost`: whoever runs this Ripen. */
export interface Changer extends Doer {
  isHost?: boolean
}

/** Somebody in a team. `invited`: they have not chosen a password yet, which they may until `linkUntil` (ms UTC). */
export interface TeamMember extends Member {
  id: string
  state: 'active' | 'invited'
  linkUntil: number | null
}

/** `token`: of the one-time link with which somebody new chooses a password; null where none is needed or given. */
export interface Invited {
  member: TeamMember
  token: string | null
}

/** The team of one workspace, by its id. Each change runs in one transaction with what the log is told of it. */
export class Team {
  readonly #db: Db
  readonly #workspace: string
  readonly #now: number

  constructor(db: Db, workspace: string, now: number) {
    this.#db = db
    this.#workspace = workspace
    this.#now = now
  }

  /** By address. */
  list(): TeamMember[] {
    return teamRows(this.#db, this.#workspace).map((row) => this.#shown(row))
  }

  /** Takes somebody in. Refused `conflict` where they are there already. */
  invite({ name, email: given, role }: Member, by: Changer): Invited {
    return this.#db.transaction(() => {
      const email = given.trim().toLowerCase()
      const known = findUser(this.#db, email)
      const there = known && teamRow(this.#db, this.#workspace, known.id)
      if (there) throw new Refused('conflict', words('there', { email, role: there.role }), { field: 'email' })
      const id = known?.id ?? randomBytes(12).toString('hex')
      if (!known) insertUser(this.#db, { id, name, email, passwordHash: null }, this.#now)
      setRole(this.#db, id, this.#workspace, role)
      const details = { name: known?.name ?? name, email, role }
      const signsIn = known?.signsIn === 1
      this.#note(by, { act: signsIn ? 'member.added' : 'member.invited', details })
      // One invitation is enough: a new link would end the one that they have.
      const hasLink = invitationUntil(this.#db, id, this.#now) !== null
      const token = signsIn || hasLink || !this.#mayLink(id, by) ? null : this.#link(id)
      return { member: this.#need(id), token }
    })
  }

  /** A new link for who has not chosen a password yet; the one before ends. */
  inviteAgain(id: string, by: Changer): Invited {
    return this.#db.transaction(() => {
      const { name, email, role, state } = this.#need(id)
      if (state === 'active') throw new Refused('conflict', words('active', { email }))
      if (!this.#mayLink(id, by)) throw new Refused('conflict', words('elsewhere', { email }))
      this.#note(by, { act: 'member.invited_again', details: { name, email, role } })
      const token = this.#link(id)
      return { member: this.#need(id), token }
    })
  }

  /** Refused `conflict` for the last owner. */
  changeRole(id: string, role: Role, by: Changer): TeamMember {
    return this.#db.transaction(() => {
      const { name, email, role: from, ...before } = this.#need(id)
      if (role === from) return { name, email, role, ...before }
      this.#refuseLastOwner(id)
      setRole(this.#db, id, this.#workspace, role)
      this.#note(by, { act: 'member.role_changed', details: { name, email, from, role } })
      return this.#need(id)
    })
  }

  /** Refused `conflict` for the last owner. Whoever has nowhere to sign in to, and no password, is forgotten. */
  remove(id: string, by: Changer): void {
    this.#db.transaction(() => {
      const { name, email, role, state } = this.#need(id)
      this.#refuseLastOwner(id)
      removeMember(this.#db, id, this.#workspace)
      if (state === 'invited' && membershipsOf(this.#db, id).length === 0) deleteUser(this.#db, id)
      this.#note(by, { act: 'member.removed', details: { name, email, role } })
    })
  }

  #need(id: string): TeamMember {
    const row = teamRow(this.#db, this.#workspace, id)
    if (!row) throw new Refused('not_found', words('unknown'), { field: 'id' })
    return this.#shown(row)
  }

  #shown({ signsIn, ...row }: TeamRow): TeamMember {
    const linkUntil = signsIn === 1 ? null : invitationUntil(this.#db, row.id, this.#now)
    return { ...row, state: signsIn === 1 ? 'active' : 'invited', linkUntil }
  }

  #refuseLastOwner(id: string): void {
    const owners = teamRows(this.#db, this.#workspace).filter(({ role, signsIn }) => role === 'owner' && signsIn === 1)
    const [last, other] = owners
    if (last?.id === id && !other) throw new Refused('conflict', words('lastOwner', { email: last.email }))
  }

  /** A link opens every workspace of its person, so who gets one to hand over must own all of them. */
  #mayLink(id: string, by: Changer): boolean {
    if (by.isHost) return true
    const others = workspacesBeside(this.#db, this.#workspace, id)
    const own = by.email === null ? null : findUser(this.#db, by.email)
    return others.every((workspace) => own && teamRow(this.#db, workspace, own.id)?.role === 'owner')
  }

  #link(user: string): string {
    return issueLink(this.#db, { purpose: 'invitation', user }, this.#now)
  }

  #note({ by, email, key = null }: Changer, entry: Parameters<typeof note>[4]): void {
    note(this.#db, this.#workspace, { by, email, key }, this.#now, entry)
  }
}
