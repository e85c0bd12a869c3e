import type { Profile } from '../../domain/profile.ts'
import { Refused } from '../../domain/refusal.ts'
import type { PersonName } from '../../domain/statement.ts'
import { given } from '../text.ts'
import { employeesOf } from './employees.ts'
import { optionalAddress, optionalId, optionalText } from './member.ts'
import { listOf, record } from './record.ts'

const longestTitle = 200

/** The answer that nobody gave: by which of the tracked links somebody came. */
export const trackingSource = 'Tracking source'

const source = record({ source_name: optionalText(200) })

/** By which of the tracked links somebody came; most came by none. */
function optionalSource(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? source(value).source_name : undefined
}

const question = record({ title: optionalText(longestTitle), value: optionalText() })

/** A registration form. Questions that were not asked come as `""`. */
export const registrant = record({
  id: optionalId,
  email: optionalAddress,
  first_name: optionalText(),
  last_name: optionalText(),
  org: optionalText(),
  job_title: optionalText(),
  country: optionalText(),
  phone: optionalText(40),
  industry: optionalText(),
  no_of_employees: optionalText(),
  address: optionalText(),
  city: optionalText(),
  state: optionalText(),
  zip: optionalText(),
  purchasing_time_frame: optionalText(),
  role_in_purchase_process: optionalText(),
  custom_questions: listOf(question),
  comments: optionalText(5000),
  status: optionalText(),
  tracking_source: optionalSource,
})

export type Registrant = ReturnType<typeof registrant>

/** The keys of whoever signed up. */
export function personOf({ id, email }: Registrant): PersonName {
  if (!id && !email) throw new Refused('invalid', 'payload.object.registrant has neither id nor email')
  return given({ platform: 'zoom', registrantId: id, email })
}

export function profileOf(form: Registrant): Profile {
  return given({
    email: form.email,
    firstName: form.first_name,
    lastName: form.last_name,
    company: form.org,
    jobTitle: form.job_title,
    country: form.country,
    phone: form.phone,
    industry: form.industry,
    employees: form.no_of_employees === undefined ? undefined : employeesOf(form.no_of_employees),
    attributes: attributesOf(form),
  })
}

/** Answers without a field of their own, under the words of Zoom's form, as its reports print them. */
function attributesOf(form: Registrant): Profile['attributes'] {
  const answers = new Map(form.custom_questions.map(({ title, value }) => [title, value]))
  answers.set('Address', form.address)
  answers.set('City', form.city)
  answers.set('State/Province', form.state)
  answers.set('Zip/Postal Code', form.zip)
  answers.set('Purchasing Time Frame', form.purchasing_time_frame)
  answers.set('Role in Purchase Process', form.role_in_purchase_process)
  answers.set('No. of Employees', isNumber(form.no_of_employees) ? undefined : form.no_of_employees)
  answers.set(trackingSource, form.tracking_source)
  const said = [...answers].filter(([title, value]) => title && title !== '__proto__' && value)
  return said.length > 0 ? Object.fromEntries(said) : undefined
}

function isNumber(answer = ''): boolean {
  return /^\d[\d,]*$/.test(answer)
}
