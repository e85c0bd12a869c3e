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
const classic: Record<string, string> = {
  webinar: 'webinar:read',
  report: 'report:read',
  cloud_recording: 'recording:read',
  user: 'user:read',
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
  const older = classic[scope.split(':')[0]!]
  const names = [scope, ...(older ? [older, older.replace('read', 'master')] : [])]
  return names.some((name) => ['', ':admin', ':master'].some((level) => granted.includes(name + level)))
}

/** `isRefused`: not only does the app not name it, Zoom has refused something for want of it. */
export interface LackingScope {
  scope: string
  isRefused: boolean
}

/** What a source's app is believed to lack. */
export function lacksOfApp(ws: Workspace, source: number): LackingScope[] {
  return JSON.parse(findSourceApi(ws.db, source)?.lacks ?? '[]')
}

/** Without this scope Zoom gave something all the same, or it refused it. What it says by itself counts most. */
export function noteScope(ws: Workspace, source: number, scope: string, isRefused: boolean): void {
  const lacks = lacksOfApp(ws, source)
  const known = lacks.find((lack) => lack.scope === scope)
  if (isRefused ? known?.isRefused : !known) return
  const others = lacks.filter((lack) => lack !== known)
  noteLacks(ws, source, isRefused ? [...others, { scope, isRefused }] : others)
}

/** What an app does not name of what it should have. */
export function unnamed(scopes: readonly string[]): LackingScope[] {
  return scopes.map((scope) => ({ scope, isRefused: false }))
}

export function noteLacks(ws: Workspace, source: number, lacks: readonly LackingScope[]): void {
  setLacks(ws.db, source, JSON.stringify(lacks))
  forgetSourceApis(ws)
}
