import { describe } from 'vitest'
import { shared } from '../shared.ts'
import { accounts } from './accounts.ts'
import { activities } from './activities.ts'
import { alerts } from './alerts.ts'
import { backtest } from './backtest.ts'
import { calls } from './calls.ts'
import { commands } from './commands.ts'
import { draft } from './draft.ts'
import { errors } from './errors.ts'
import { exports } from './exports.ts'
import { fetching } from './fetching.ts'
import { hooks } from './hooks.ts'
import type { RunningHost, StartHost } from './host.ts'
import { imports } from './imports.ts'
import { knownThen } from './known-then.ts'
import { linting } from './linting.ts'
import { model } from './model.ts'
import { onDemand } from './on-demand.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'
import { previews } from './previews.ts'
import { questions } from './questions.ts'
import { ranking } from './ranking.ts'
import { reconciliation } from './reconciliation.ts'
import { room } from './room.ts'
import { segments } from './segments.ts'
import { signingIn } from './sign-in.ts'
import { sources } from './sources.ts'
import { team } from './team.ts'
import { webinars } from './webinars.ts'

/** One part of what others rely on: defines its tests. */
type Subject = (host: () => RunningHost) => void

const subjects: Record<string, Subject> = {
  ...{ hooks, activities, imports, webinars, ranking, room, people, model, draft, commands, errors, pages },
  ...{ previews, backtest, calls, questions, reconciliation, sources, exports, segments, alerts },
  'known then': knownThen,
  'on demand': onDemand,
  linting,
  fetching,
  accounts,
  team,
  'sign-in': signingIn,
}

/** Everything that others rely on, seen from outside, on one host. */
export function contractOn(start: StartHost): void {
  const host = shared(start, 90_000)
  for (const [name, check] of Object.entries(subjects)) describe(name, () => check(host))
}
