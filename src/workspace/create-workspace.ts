import { mailDomain } from '../domain/address.ts'
import { Refused } from '../domain/refusal.ts'
import { CHANNELS } from '../domain/rule.ts'
import { templateNamed } from '../domain/templates.ts'
import { catalogue } from '../domain/words.ts'
import { findSettings, insertSettings } from '../store/settings.ts'
import { addApiKey, allScopes } from './api-keys.ts'
import { disposableMailboxes, freeMailboxes } from './free-mailboxes.ts'
import { holidaysOf } from './holidays.ts'
import { publishModel } from './publish-model.ts'
import type { Workspace } from './workspace.ts'

export interface WorkspaceSetup {
  slug: string
  name?: string
  /** IANA name; without one UTC, and files have to say their zone. */
  timezone?: string
  /** Days off, `fri-sat`; the default is `sat-sun`. */
  weekend?: string
  /** Countries or states whose public holidays are no business days. */
  holidays?: readonly string[]
  /** What the workspace sees of people, since ever: mail, phone, whatsapp, site, social. */
  observes?: readonly string[]
  /** `webinar`, `b2b-it`, `online-behaviour`, or a combination: `webinar+b2b-it:company`. */
  template?: string
  staffDomains?: readonly string[]
}

export const creating = catalogue('creating', {
  noDomain: 'The domains of your own people: “{given}” is no mail domain. Write it as company.com.',
})

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const observable = CHANNELS
const yearsAround = 5

/**
 * Sets an opened, empty workspace up: settings, the first version of its model, a key with all scopes, shown once.
 * Throws `Refused('invalid')` that names the field, `Refused('conflict')` where it was set up before.
 */
export function createWorkspace(
  ws: Workspace,
  setup: WorkspaceSetup,
): { workspace: { id: string; slug: string }; apiKey: string } {
  const { slug, name = slug, timezone = 'UTC' } = setup
  return ws.transaction(() => {
    if (findSettings(ws.db)) throw new Refused('conflict', `The workspace ${ws.id} exists already`)
    insertSettings(ws.db, {
      id: ws.id,
      slug,
      name,
      timezone,
      timezoneChosen: setup.timezone !== undefined,
      createdAt: ws.now(),
    })
    publishModel(ws, modelOf(setup, timezone, new Date(ws.now()).getUTCFullYear()))
    return { workspace: { id: ws.id, slug }, apiKey: addApiKey(ws, allScopes, { name: 'First key' }) }
  })
}

/** The template with everything in it that may move a score and that comes from somewhere else. */
function modelOf(setup: WorkspaceSetup, timezone: string, year: number): object {
  const { template: asked = 'webinar', weekend = 'sat-sun', holidays = [], observes = [], staffDomains = [] } = setup
  return {
    ...templateNamed(asked),
    calendar: {
      timezone,
      weekend: weekend
        .toLowerCase()
        .split('-')
        .map((day) => oneOf('weekend', day, days)),
      holidays: holidaysOf([...holidays], year - yearsAround, year + yearsAround),
    },
    observes: Object.fromEntries(observes.map((kind) => [observable[oneOf('observes', kind, observable)], 'ever'])),
    freeMailboxes: freeMailboxes(),
    disposableMailboxes: disposableMailboxes(),
    staffDomains: staffDomains.map(staffDomain),
  }
}

function staffDomain(given: string): string {
  const domain = mailDomain(given)
  if (domain !== null) return domain
  throw new Refused('invalid', creating('noDomain', { given }), { field: 'staffDomains' })
}

function oneOf(field: string, word: string, words: readonly string[]): number {
  const at = words.indexOf(word.trim().toLowerCase())
  if (at < 0) throw refused(field, word, words)
  return at
}

function refused(field: string, given: string, words: readonly string[]): Refused {
  return new Refused('invalid', `${field}: expected ${words.join(', ')}, got "${given}"`, { field })
}
