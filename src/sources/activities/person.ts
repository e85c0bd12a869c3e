import { z } from 'zod'
import type { Profile } from '../../domain/profile.ts'
import type { PersonName } from '../../domain/statement.ts'
import { cleanText, given } from '../text.ts'
import { optional, optionalId, optionalText, word } from './text.ts'

const mostAttributes = 50
const needed = 'needs at least one of email, phone, registrantId (with platform), visitorId'
// Invisible characters that come along when an address is copied from a page.
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const oneAddress = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\.]+(\.[^\s@,;:<>()[\]"\\.]+)+$/

const email = z
  .string()
  .nullish()
  .transform((text, context) => {
    const address = cleanText(text ?? '', 1000).replace(invisible, '')
    if (address && (address.length > 254 || !oneAddress.test(address))) context.addIssue('expected one e-mail address')
    return address || undefined
  })
  .describe('Decides whose activity this is, unless a registrantId is given')

const phone = z
  .string()
  .nullish()
  .transform((text, context) => {
    const number = cleanText(text ?? '', 100)
    const digits = number.replace(/\D/g, '').length
    if (number && (!/^[+(]?\d[\d ()./-]*$/.test(number) || digits < 5 || digits > 15))
      context.addIssue('expected one phone number in digits, such as +972 3 555 0100')
    return number || undefined
  })

const employees = z
  .union([z.number().min(0).max(1e9), z.string()], 'expected a number of people')
  .nullish()
  .transform((value, context) => {
    const text = typeof value === 'string' ? value.trim() : value
    if (text === undefined || text === null || text === '') return undefined
    const count = Number(text)
    if (/^\d{1,9}$/.test(String(text)) || typeof text === 'number') return count
    context.addIssue('expected a number of people, in digits only')
    return undefined
  })

const scalar = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'expected a text, a finite number, true or false',
)

const attributes = z
  .record(z.string(), scalar)
  .nullish()
  .transform((given, context) => {
    const entries: [string, string | number | boolean][] = []
    for (const [name, value] of Object.entries(given ?? {})) {
      const clean = typeof value === 'string' ? cleanText(value, 500) : value
      if (clean !== null && clean !== '' && cleanText(name, 64)) entries.push([cleanText(name, 64), clean])
    }
    if (entries.length > mostAttributes) context.addIssue(`expected at most ${mostAttributes} attributes`)
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  })
  .describe(`Answers to other questions, at most ${mostAttributes}; texts, numbers, true or false`)

const identified = {
  anyOf: ['email', 'phone', 'registrantId', 'visitorId'].map((key) => ({ type: 'object', required: [key] })),
}

/** Who did it, and what is known of them. Output: the name by which identity finds the person, and the profile answers. */
export const person = z
  .object(
    {
      email,
      phone,
      registrantId: optionalId,
      platform: optional(word('zoom or generic')).describe('The platform on which registrantId was given'),
      visitorId: optionalId,
      firstName: optionalText(),
      lastName: optionalText(),
      company: optionalText(),
      jobTitle: optionalText(),
      country: optionalText(),
      industry: optionalText(),
      employees,
      attributes,
    },
    { error: (issue) => (issue.input === undefined ? `is missing; ${needed}` : undefined) },
  )
  .meta({ description: `The person: ${needed}; the other keys are profile answers`, ...identified })
  .transform(({ registrantId, platform, visitorId, ...profile }, context) => {
    if (!profile.email && !profile.phone && !registrantId && !visitorId) context.addIssue(needed)
    if (registrantId && !platform)
      context.addIssue({ code: 'custom', path: ['platform'], message: 'is missing; expected beside registrantId' })
    const { email, phone } = profile
    const name: PersonName = given({ platform: registrantId && platform, registrantId, email, phone, visitorId })
    return { name, profile: given<Profile>(profile) }
  })
