import type { Profile } from '../../../domain/profile.ts'
import type { Statement, WebinarName } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'
import { cited } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { cleanText, given } from '../../text.ts'
import { employeesOf } from '../employees.ts'
import type { Columns } from './columns.ts'
import { reason } from './words.ts'

/** What a row says of a registration. `status` is Zoom's own word, in lower case. */
export interface Registrant {
  email: string
  status: string
  question?: string
  profile: Profile
}

const longest = { phone: 40, title: 200, answer: 500, question: 5000 }

const answers: Record<string, 'company' | 'jobTitle' | 'country' | 'phone' | 'industry'> = {
  organization: 'company',
  'job title': 'jobTitle',
  'country/region name': 'country',
  phone: 'phone',
  industry: 'industry',
}

/** Why a row belongs to nobody, as a part of a sentence. */
export function whyNobody(address: string): Words {
  return address ? reason('noAddress', { address: cited(address) }) : reason('addressMissing')
}

export function registrantOf(row: Row, columns: Columns, email: string): Registrant {
  const [firstName, lastName] = (['first name', 'last name'] as const).map((name) =>
    cleanText(columns.cell(row, name).text, longest.answer),
  )
  const profile: Profile = given({ email, firstName: firstName || undefined, lastName: lastName || undefined })
  const attributes = new Map<string, string>()
  let question: string | undefined
  for (const { name, index } of columns.asked) {
    const text = row.cells[index]
    if (!text) continue
    const field = plain(name)
    const key = Object.hasOwn(answers, field) ? answers[field] : undefined
    if (key) profile[key] = cleanText(text, key === 'phone' ? longest.phone : longest.answer)
    else if (field === 'questions & comments') question = cleanText(text, longest.question)
    else {
      if (field === 'no. of employees') profile.employees = employeesOf(text)
      if (field !== 'no. of employees' || !isNumber(text))
        attributes.set(cleanText(name, longest.title), cleanText(text, longest.answer))
    }
  }
  attributes.delete('__proto__')
  if (attributes.size > 0) profile.attributes = Object.fromEntries(attributes)
  return { email, status: plain(columns.cell(row, 'approval status').text), question, profile: given(profile) }
}

function isNumber(answer: string): boolean {
  return /^\d[\d,]*$/.test(answer)
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
