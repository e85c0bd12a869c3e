import { type AlertRule, AlertRuleSchema } from '../../../src/domain/alert/rule.ts'
import { addChannel } from '../../../src/workspace/alerts/channels.ts'
import { addRule } from '../../../src/workspace/alerts/rules.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import type { DemoRunning } from '../../process/demo-running.ts'
import { pause } from '../under-load.ts'
import type { Outward } from './outside.ts'

/** A rule may have so many channels. */
const most = 20

/** A rule as it is put over HTTP too. */
export interface Told {
  readonly id: string
  readonly rule: AlertRule
}

/**
 * Channels to these targets, each told of everybody who comes to a demo. Made in the database itself: a server refuses an
 * address whose certificate is bad on the day it is given.
 */
export async function tellTargets(ws: Workspace, targets: readonly Outward[]): Promise<Told[]> {
  const ids: string[] = []
  for (const { kind, name, address } of targets)
    ids.push((await addChannel(ws, { kind, name, address, language: 'en', events: [] })).id)
  const rules: Told[] = []
  for (let at = 0; at < ids.length; at += most) {
    const rule = joinsOf(ids.slice(at, at + most), at)
    rules.push({ id: addRule(ws, rule).id, rule })
  }
  return rules
}

/** Switches the rules; what happened before a rule was switched on it does not tell of, by Zoom's whole seconds. */
export async function switchRules({ call }: Pick<DemoRunning, 'call'>, rules: readonly Told[], enabled: boolean) {
  for (const { id, rule } of rules) await call('PUT', `/alert-rules/${id}`, { ...rule, enabled })
  if (enabled) await pause(1_000)
}

function joinsOf(channels: readonly string[], at: number): AlertRule {
  const filters = { webinarKinds: ['demo'] }
  return AlertRuleSchema.parse({ name: `In the demo ${at}`, on: 'joins_live', filters, channels })
}
