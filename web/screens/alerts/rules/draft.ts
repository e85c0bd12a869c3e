import type { SignKind } from '../../../../src/domain/alert/kind.ts'
import type { AlertRule } from '../../../../src/domain/alert/rule.ts'
import { fieldsOf, listOf, type WhoFields, whoOf } from './who.ts'

/** A rule as its form holds it: numbers and lists are what was typed. */
export interface Draft extends WhoFields {
  name: string
  on: SignKind
  enabled: boolean
  webinarKinds: string[]
  minScore: string
  grades: string[]
  stages: string[]
  minMinutes: string
  topics: string[]
  accounts: string
  margin: string
  channels: string[]
  isQuiet: boolean
  quietFrom: string
  quietTo: string
  workingDaysOnly: boolean
  /** `none`, so many minutes, or `daily` at `dailyAt`. */
  digest: string
  dailyAt: string
}

export function draftOf(rule: AlertRule): Draft {
  const { name, on, enabled, filters, accounts, margin, channels, quietHours, workingDaysOnly, digest } = rule
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    ...{ name, on, enabled, channels, workingDaysOnly },
    webinarKinds: filters.webinarKinds ?? [],
    minScore: number(filters.minScore),
    grades: filters.grades ?? [],
    stages: filters.stages ?? [],
    minMinutes: number(filters.minMinutes),
    topics: filters.topics ?? [],
    ...fieldsOf(filters.who),
    accounts: (accounts ?? []).join('\n'),
    margin: String(margin),
    isQuiet: quietHours !== undefined,
    ...{ quietFrom: quietHours?.from ?? '20:00', quietTo: quietHours?.to ?? '08:00' },
    digest: digest === undefined ? 'none' : 'dailyAt' in digest ? 'daily' : String(digest.everyMinutes),
    dailyAt: digest && 'dailyAt' in digest ? digest.dailyAt : '09:00',
  }
}

/** What only some kinds ask for is left out of the others. */
export function ruleOf(draft: Draft): AlertRule {
  const { name, on, enabled, channels, isQuiet, quietFrom, quietTo, workingDaysOnly, digest, dailyAt } = draft
  const accounts = listOf(draft.accounts)
  const who = whoOf(draft)
  return {
    ...{ name: name.trim(), on, enabled, channels, workingDaysOnly },
    filters: {
      ...some('webinarKinds', draft.webinarKinds),
      ...number('minScore', draft.minScore),
      ...some('grades', draft.grades as ('A' | 'B' | 'C' | 'D')[]),
      ...some('stages', draft.stages as NonNullable<AlertRule['filters']['stages']>),
      ...(asksMinutes(on) ? number('minMinutes', draft.minMinutes) : {}),
      ...(on === 'asks_to_buy' ? some('topics', draft.topics) : {}),
      ...(who && { who }),
    },
    ...(accounts.length > 0 && { accounts }),
    margin: draft.margin === '' ? 5 : Number(draft.margin),
    ...(isQuiet && { quietHours: { from: quietFrom, to: quietTo } }),
    ...(digest !== 'none' && { digest: digest === 'daily' ? { dailyAt } : { everyMinutes: Number(digest) } }),
  }
}

export function asksMinutes(on: SignKind): boolean {
  return on === 'attended' || on === 'watches_replay'
}

/** Whether it is raised in a webinar, so that its kind can be asked for. */
export function isOfWebinar(on: SignKind): boolean {
  return !['crosses_mql', 'crosses_sql', 'surges'].includes(on)
}

function some<Name extends string, Item>(name: Name, items: Item[]): Partial<Record<Name, Item[]>> {
  return (items.length > 0 ? { [name]: items } : {}) as Partial<Record<Name, Item[]>>
}

function number<Name extends string>(name: Name, text: string): Partial<Record<Name, number>> {
  return (text.trim() === '' ? {} : { [name]: Number(text) }) as Partial<Record<Name, number>>
}
