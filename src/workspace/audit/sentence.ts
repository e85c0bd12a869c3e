import type { Details, Entry, ExportDetails } from '../../domain/audit.ts'
import { together, type Words } from '../../domain/words.ts'
import { filterWords } from './filter-words.ts'
import { audit } from './words.ts'

const platforms: Record<string, string> = { zoom: 'Zoom' }

type Sentences = { [Act in keyof Details]: (details: Details[Act], topicOf: TopicOf) => Words }

/** What a webinar is called; its id where nobody knows. */
type TopicOf = (webinar: string) => string

const sentences: Sentences = {
  'export.made': exported,
  'model.published': ({ version, signed }) => audit(signed ? 'published' : 'publishedUnsigned', { version }),
  'model.rolled_back': ({ version, to }) => audit('rolledBack', { version, to }),
  'member.invited': (member) => audit('invited', spoken(member)),
  'member.added': (member) => audit('added', spoken(member)),
  'member.invited_again': ({ name, email }) => audit('invitedAgain', { name, email }),
  'member.role_changed': ({ from, ...member }) => audit('roleChanged', { ...spoken(member), from: roleOf(from) }),
  'member.removed': (member) => audit('removed', spoken(member)),
  'key.made': ({ name, ending, scopes }) => audit('keyMade', { name, ending, scopes: scopes.join(', ') }),
  'key.revoked': ({ name, ending }) => audit('keyRevoked', { name, ending: ending ?? '…' }),
  'source.added': ({ source, platform }) => audit('sourceAdded', { source, platform: platforms[platform] ?? platform }),
  'source.secret_changed': ({ source }) => audit('secretChanged', { source }),
  'source.connected': ({ source }) => audit('connected', { source }),
  'source.disconnected': ({ source }) => audit('disconnected', { source }),
  'rule.made': ({ name }) => audit('ruleMade', { name }),
  'rule.changed': ({ name }) => audit('ruleChanged', { name }),
  'rule.deleted': ({ name }) => audit('ruleDeleted', { name }),
  'owners.changed': () => audit('ownersChanged'),
  'channel.made': ({ name }) => audit('channelMade', { name }),
  'channel.changed': ({ name }) => audit('channelChanged', { name }),
  'channel.secret_renewed': ({ name }) => audit('channelSecretRenewed', { name }),
  'channel.switched_on': ({ name }) => audit('channelSwitchedOn', { name }),
  'channel.switched_off': ({ name }) => audit('channelSwitchedOff', { name }),
  'channel.deleted': ({ name }) => audit('channelDeleted', { name }),
  'segment.made': ({ name }) => audit('segmentMade', { name }),
  'segment.changed': ({ name }) => audit('segmentChanged', { name }),
  'segment.deleted': ({ name }) => audit('segmentDeleted', { name }),
  'schedule.made': ({ name }) => audit('scheduleMade', { name }),
  'schedule.changed': ({ name }) => audit('scheduleChanged', { name }),
  'schedule.deleted': ({ name }) => audit('scheduleDeleted', { name }),
  'person.merged': ({ people }) => audit('merged', { people: people.join(', ') }),
  'person.unmerged': ({ people }) => audit('unmerged', { people: people.join(', ') }),
  'person.erased': ({ person }) => audit('erased', { person }),
}

/** What was done as a sentence; who did it is not in it. */
export function sentenceOf({ act, details }: Entry, topicOf: TopicOf): Words {
  return (sentences[act] as (details: unknown, topicOf: TopicOf) => Words)(details, topicOf)
}

function exported(details: ExportDetails, topicOf: TopicOf): Words {
  const { list, people, brokenOff, unsubscribed } = details
  const filters = Object.entries(details.filters).map(([name, value]) => filterWords(name, value))
  const parts: [Words, ...Words[]] = [audit('exported', { what: whatOf(details, topicOf), format: formatOf(details) })]
  if (isSome(filters)) parts.push(audit('filtered', { filters: together(filters, listed) }))
  if (people === null) parts.push(...(list === 'reconciliation' ? [] : [audit('unknownSize')]))
  else parts.push(audit(brokenOff ? 'brokenOff' : 'people', { count: people }))
  if (unsubscribed) parts.push(audit('withUnsubscribed'))
  return together(parts, (first, second) => audit('joined', { first, second }))
}

function whatOf({ list, webinar, segment }: ExportDetails, topicOf: TopicOf): Words {
  if (list === 'log') return audit('log')
  if (list === 'segment') return audit('segment', { segment: segment ?? '' })
  if (list === 'people' || webinar === undefined) return audit('list')
  return audit(list, { webinar: topicOf(webinar) })
}

function formatOf({ format, profile }: ExportDetails): string {
  const name = format === 'csv' ? 'CSV' : 'Excel'
  return profile && profile !== 'spreadsheet' ? `${name} (${profile})` : name
}

function spoken({ name, email, role }: { name: string; email: string; role: string }) {
  return { name, email, role: roleOf(role) }
}

const roles = ['owner', 'producer', 'marketer', 'sales', 'partner'] as const

function roleOf(role: string): Words | string {
  const known = roles.find((each) => each === role)
  return known ? audit(known) : role
}

const listed = (first: Words, second: Words) => audit('listed', { first, second })

function isSome(words: Words[]): words is [Words, ...Words[]] {
  return words.length > 0
}
