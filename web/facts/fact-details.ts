/** How a value is written: a word of ours, somebody's text, an address, a length in seconds, stretches of a film. */
export type Written =
  | { as: 'word' | 'text' | 'address'; value: string }
  | { as: 'length' | 'number' | 'share'; value: number }
  | { as: 'moments'; value: readonly [number, number] }
  | { as: 'stretches'; value: readonly (readonly [number, number])[] }

/** One thing that a fact says. `asked`: its name is a question in somebody's own words. */
export type Detail = Written & { name: string; asked?: true }

type Data = Readonly<Record<string, unknown>>

const words = ['status', 'channel', 'outcome', 'state', 'role', 'from', 'to', 'evidence']
const addresses = ['url']
const lengths = ['seconds', 'watchedSeconds', 'mediaSeconds']
/** Names by which machines find things again. */
const hidden = [
  'uuid',
  'connection',
  'messageId',
  'sessionId',
  'visitId',
  'hostId',
  'offsetSeconds',
  'position',
  'leftAt',
  'open',
]

/** What is asked or named comes before what is said of it. */
const first = ['content_title', 'content_kind', 'poll', 'question', 'stay', 'watchedSeconds']

/**
 * What a fact says beyond who, which webinar and when, ready to be shown; ids of machines are left out, and so is the
 * name shown in the room where it is the person's own.
 */
export function factDetails(data: Data, ownName: string | null = null): Detail[] {
  const details = Object.entries(data).flatMap(([name, value]) =>
    name === 'name' && value === ownName ? [] : detailsOf(name, value, data),
  )
  const place = ({ name }: Detail) => (first.includes(name) ? first.indexOf(name) : first.length)
  return details.sort((a, b) => place(a) - place(b))
}

function detailsOf(name: string, value: unknown, data: Data): Detail[] {
  if (hidden.includes(name) || value === null || value === undefined || value === '') return []
  if (name === 'joinedAt' && typeof value === 'number' && typeof data.leftAt === 'number')
    return [{ name: 'stay', as: 'moments', value: [value, data.leftAt] }]
  if (name === 'answers' && Array.isArray(value)) return value.flatMap(answered)
  if (name === 'intervals' && Array.isArray(value)) return [{ name, as: 'stretches', value: value.filter(isStretch) }]
  if (name === 'pages' && Array.isArray(value))
    return value.map((page) => ({ name: 'page', as: 'address', value: String(page) }))
  if (name === 'automated') return value === true ? [{ name, as: 'word', value: 'yes' }] : []
  if (name === 'amount' || name === 'margin')
    return [{ name, as: 'text', value: `${value} ${data.currency ?? ''}`.trim() }]
  if (name === 'currency' && 'amount' in data) return []
  if (Array.isArray(value)) return []
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([inner, each]) => detailsOf(`${name}_${inner}`, each, data))
  return [scalar(name, value)]
}

function scalar(name: string, value: unknown): Detail {
  if (typeof value === 'boolean') return { name, as: 'word', value: value ? 'yes' : 'no' }
  if (name === 'milestone' && typeof value === 'number') return { name, as: 'share', value }
  if (typeof value === 'number') return { name, as: lengths.includes(name) ? 'length' : 'number', value }
  if (words.includes(name) || name.endsWith('_kind')) return { name, as: 'word', value: String(value) }
  return { name, as: addresses.includes(name) ? 'address' : 'text', value: String(value) }
}

function answered(given: unknown): Detail[] {
  const { question, answer } = given as { question?: unknown; answer?: unknown }
  if (answer === undefined || answer === '') return []
  const value = String(answer)
  return question
    ? [{ name: String(question), asked: true, as: 'text', value }]
    : [{ name: 'answer', as: 'text', value }]
}

function isStretch(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number')
}
