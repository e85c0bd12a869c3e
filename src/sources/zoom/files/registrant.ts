import { normaliseEmail } from '../../../domain/address.ts'
import type { Profile } from '../../../domain/profile.ts'
import type { Statement, WebinarName } from '../../../domain/statement.ts'
import type { Columns } from './columns.ts'
import { plain } from './kind.ts'
import { quoted } from './refuse.ts'
import type { Row } from './table.ts'

/** What a row says of a registration. `status` is Zoom's own word, in lower case. */
export interface Registrant {
  email: string
  status: string
  question?: string
  profile: Profile
}

// Invisible characters that come along when an address is copied from a page.
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
// A masked address (d***@…) is nobody's key, so the star is none of the characters.
const oneAddress = /^[^\s@,;:<>()[\]"\\*]+@[^\s@,;:<>()[\]"\\.*]+(\.[^\s@,;:<>()[\]"\\.*]+)+$/

const longestAnswer = 500
const longestQuestion = 5000

const answers: Record<string, 'company' | 'jobTitle' | 'country' | 'phone' | 'industry'> = {
  organization: 'company',
  'job title': 'jobTitle',
  'country/region name': 'country',
  phone: 'phone',
  industry: 'industry',
}

/** The address in its normal form; null if the text cannot be one. */
export function addressOf(text: string): string | null {
  const address = normaliseEmail(text.replace(invisible, ''))
  return address.length <= 254 && oneAddress.test(address) ? address : null
}

/** Why a row belongs to nobody, as a part of a sentence. */
export function whyNobody(address: string): string {
  return address ? `${quoted(address)} is no e-mail address` : 'the e-mail address is missing'
}

export function registrantOf(row: Row, columns: Columns, email: string): Registrant {
  const profile: Profile = { email }
  const attributes: [string, string][] = []
  const names = { firstName: columns.cell(row, 'first name').text, lastName: columns.cell(row, 'last name').text }
  if (names.firstName) profile.firstName = cut(names.firstName)
  if (names.lastName) profile.lastName = cut(names.lastName)
  let question: string | undefined
  for (const { name, index } of columns.asked) {
    const answer = cut(row.cells[index] ?? '')
    if (!answer) continue
    const field = plain(name)
    const key = Object.hasOwn(answers, field) ? answers[field] : undefined
    if (key) profile[key] = answer
    else if (field === 'questions & comments') question = cut(row.cells[index]!, longestQuestion)
    else if (field === 'no. of employees' && employeesOf(answer) !== null) profile.employees = employeesOf(answer)!
    else attributes.push([name, answer])
  }
  if (attributes.length > 0) profile.attributes = Object.fromEntries(attributes)
  return { email, status: plain(columns.cell(row, 'approval status').text), question, profile }
}

/** Cut without tearing a character apart. */
export function cut(text: string, longest = longestAnswer): string {
  return text.length <= longest
    ? text
    : text
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trim()
}

/** Zoom offers ranges ("501-1,000", "More than 10,000"): the number that is sure, which is the smallest of them. */
function employeesOf(answer: string): number | null {
  const [, more, digits] = /^(more than |over |> ?)?(\d[\d,]*)(?:\D|$)/i.exec(answer) ?? []
  if (!digits) return null
  const number = Number(digits.replaceAll(',', ''))
  return number <= 1e9 ? number + (more ? 1 : 0) : null
}

/** What Zoom's word for the state of a registration means; null: a word that we do not know. */
export function stateOf(status: string): 'approved' | 'cancelled' | 'denied' | 'pending' | null {
  if (['', 'approved', 'upgraded to panelist'].includes(status)) return 'approved'
  if (status.includes('cancel')) return 'cancelled'
  if (status.includes('denied')) return 'denied'
  return status.includes('pending') ? 'pending' : null
}

/**
 * What a registration states, ms UTC. `decidedAt` stands for the moment of a denial or cancellation, which no report
 * prints. Ids leave it out, so that a later download of the same report says the same.
 */
export function registrationStatements(
  { email, status, question, profile }: Registrant,
  at: { prefix: string; webinar: WebinarName; registeredAt: number; decidedAt: number },
): Statement[] {
  const { prefix, webinar, registeredAt, decidedAt } = at
  const person = { platform: 'zoom', email }
  const state = stateOf(status)
  const signedUp = state === 'approved' || state === 'cancelled' ? 'approved' : 'pending'
  const statements: Statement[] = [
    {
      id: `${prefix}/registered/${registeredAt}/${signedUp}/${email}`,
      type: 'person.registered',
      // A pending one is placed just before, so that the approval in a later download of the report holds.
      time: signedUp === 'approved' ? registeredAt : registeredAt - 1,
      webinar,
      person,
      profile,
      data: question ? { status: signedUp, question, evidence: 'report' } : { status: signedUp, evidence: 'report' },
    },
  ]
  if (state === 'cancelled' || state === 'denied') {
    const id = `${prefix}/registration-${state}/${registeredAt}/${email}`
    statements.push({
      id,
      type: `person.registration_${state}`,
      time: Math.max(decidedAt, registeredAt),
      webinar,
      person,
      data: {},
    })
  }
  return statements
}
