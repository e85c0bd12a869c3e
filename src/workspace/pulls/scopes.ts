import type { Step, StepId } from '../../sources/zoom/api/step.ts'
import { findSourceApi, setLacks } from '../../store/source-apis.ts'
import type { Workspace } from '../workspace.ts'
import { forgetSourceApis } from './source-api.ts'

/** A scope, without `:admin`, and what for. */
export interface Need {
  scope: string
  step: StepId | 'rooms'
}

/** By which Zoom tells which webinars there were. */
const ofUsers = 'user:read:list_users'
const ofFinding = [
  ofUsers,
  'webinar:read:list_webinars',
  'webinar:read:list_past_instances',
  'report:read:user',
  'cloud_recording:read:list_user_recordings',
]

/** All scopes that an app should have; who names the hosts need not have users listed. */
export function needsOf(steps: readonly Step[], hosts: readonly string[] = []): Need[] {
  const ofSteps = steps.flatMap(({ id, scope, helps = [] }) =>
    [scope, ...helps].map((each) => ({ scope: each, step: id })),
  )
  const finding = hosts.length > 0 ? ofFinding.filter((scope) => scope !== ofUsers) : ofFinding
  return [...ofSteps, ...finding.map((scope): Need => ({ scope, step: 'rooms' }))]
}

/** What an older app has in place of Zoom's granular scopes, by the part of these before the first colon. */
const classic: Record<string, string[]> = {
  webinar: ['webinar:read', 'webinar:read:admin'],
  report: ['report:read:admin'],
  cloud_recording: ['recording:read', 'recording:read:admin'],
  user: ['user:read', 'user:read:admin'],
}

/** The scopes that an app should have and lacks; none where Zoom does not say what it has. */
export function lackingScopes(
  granted: readonly string[] | null,
  steps: readonly Step[],
  hosts: readonly string[],
): string[] {
  if (granted === null) return []
  const needed = [...new Set(needsOf(steps, hosts).map(({ scope }) => scope))]
  return needed.filter((scope) => !isGranted(granted, scope))
}

function isGranted(granted: readonly string[], scope: string): boolean {
  const names = [scope, `${scope}:admin`, `${scope}:master`, ...(classic[scope.split(':')[0]!] ?? [])]
  return names.some((name) => granted.includes(name))
}

/** The scopes that a source's app is known to lack. */
export function knownLacks(ws: Workspace, source: number): string[] {
  return JSON.parse(findSourceApi(ws.db, source)?.lacks ?? '[]')
}

/** Zoom refused a step for want of its scope. */
export function noteLackingScope(ws: Workspace, source: number, scope: string): void {
  const lacks = knownLacks(ws, source)
  if (!lacks.includes(scope)) noteScopes(ws, source, [...lacks, scope])
}

export function noteScopes(ws: Workspace, source: number, lacks: readonly string[]): void {
  setLacks(ws.db, source, JSON.stringify(lacks))
  forgetSourceApis(ws)
}
