import { randomBytes } from 'node:crypto'
import { type AlertRule, AlertRuleSchema } from '../../domain/alert/rule.ts'
import { Refused } from '../../domain/refusal.ts'
import {
  type AlertRuleRow,
  alertRules,
  deleteAlertRule,
  insertAlertRule,
  replaceAlertRule,
} from '../../store/alert-rules.ts'
import { allChannels } from '../../store/channels.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { forgetRules } from './standing-rules.ts'
import { alert } from './words.ts'

/** So many a workspace may have: each is asked about everybody who is scored. */
const most = 100

/** A rule as it is shown. `since`: it tells of what happens from then on. */
export type ShownRule = AlertRule & { id: string; since: string; changedAt: string }

/** All of them, in the order in which they were made. */
export function listRules(ws: Workspace): { items: ShownRule[] } {
  return { items: alertRules(ws.db).map(shown) }
}

/** Throws `Refused('not_found')`. */
export function showRule(ws: Workspace, id: string): ShownRule {
  return shown(needRule(ws, id))
}

/** A new rule, which tells of what happens from now on. Throws `Refused('not_found')` for a channel that is none, `('conflict')`. */
export function addRule(ws: Workspace, rule: AlertRule): ShownRule {
  return ws.transaction(() => {
    const known = alertRules(ws.db)
    if (known.length >= most) throw new Refused('conflict', alert('tooManyRules', { most }))
    check(ws, rule, known)
    const id = `ar_${randomBytes(6).toString('hex')}`
    insertAlertRule(ws.db, { id, json: JSON.stringify(rule), since: thisSecond(ws) })
    forgetRules(ws)
    return showRule(ws, id)
  })
}

/**
 * Puts another rule in a rule's place. One that was off, or asks for something else now, tells of what happens from now
 * on. Throws `Refused('not_found')`, `('invalid')`, `('conflict')`.
 */
export function changeRule(ws: Workspace, id: string, rule: AlertRule): ShownRule {
  return ws.transaction(() => {
    const row = needRule(ws, id)
    check(
      ws,
      rule,
      alertRules(ws.db).filter((each) => each.id !== id),
    )
    const before = ruleIn(row)
    const isSame = before.enabled && isAskedAlike(before, rule)
    const since = isSame ? row.since : thisSecond(ws)
    replaceAlertRule(ws.db, { number: row.number, json: JSON.stringify(rule), since, changedAt: ws.now() })
    forgetRules(ws)
    return showRule(ws, id)
  })
}

/** What it raised stays. Throws `Refused('not_found')`. */
export function removeRule(ws: Workspace, id: string): void {
  ws.transaction(() => {
    deleteAlertRule(ws.db, needRule(ws, id).number, ws.now())
    forgetRules(ws)
  })
}

export function needRule(ws: Workspace, id: string): AlertRuleRow {
  const row = alertRules(ws.db).find((each) => each.id === id)
  if (!row) throw new Refused('not_found', `There is no alert rule "${id}"`, { field: 'id' })
  return row
}

/** Platforms tell moments by the second: who comes in this one comes after the rule. */
function thisSecond(ws: Workspace): number {
  return Math.floor(ws.now() / 1_000) * 1_000
}

function check(ws: Workspace, { name, channels }: AlertRule, others: readonly AlertRuleRow[]): void {
  const known = new Set(allChannels(ws.db).map(({ id }) => id))
  const unknown = channels.find((channel) => !known.has(channel))
  if (unknown !== undefined)
    throw new Refused('not_found', alert('noChannel', { channel: unknown }), { field: 'channels' })
  if (others.some((row) => ruleIn(row).name === name))
    throw new Refused('conflict', alert('ruleNameTaken', { name }), { field: 'name' })
}

/** Whether two rules are raised on the same things, whatever their names are and wherever they are told. */
function isAskedAlike(a: AlertRule, b: AlertRule): boolean {
  const asked = ({ on, filters, accounts }: AlertRule) => JSON.stringify([on, filters, accounts])
  return asked(a) === asked(b)
}

function ruleIn({ json }: AlertRuleRow): AlertRule {
  return AlertRuleSchema.parse(JSON.parse(json))
}

function shown(row: AlertRuleRow): ShownRule {
  return { id: row.id, ...ruleIn(row), since: momentOf(row.since), changedAt: momentOf(row.changedAt) }
}
