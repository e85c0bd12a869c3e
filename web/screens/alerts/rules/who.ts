import type { AttributeTest, Who } from '../../../../src/domain/condition-schema.ts'

/** A condition on who somebody is as far as a form can say it; `rest` is kept as it is. */
export interface WhoFields {
  countries: string
  roles: string[]
  /** Parts of the company's name, one of which it has. */
  companies: string
  rest: Who[]
}

export function fieldsOf(who: Who | undefined): WhoFields {
  const fields: WhoFields = { countries: '', roles: [], companies: '', rest: [] }
  const parts = who === undefined ? [] : 'all' in who ? who.all : [who]
  for (const part of parts) {
    const test = 'attribute' in part && isPlain(part) ? part : null
    if (test?.attribute === 'country' && test.oneOf && !fields.countries) fields.countries = test.oneOf.join(', ')
    else if (test?.attribute === 'role' && test.oneOf && fields.roles.length === 0) fields.roles = test.oneOf
    else if (test?.attribute === 'company' && test.contains && !fields.companies)
      fields.companies = test.contains.join(', ')
    else fields.rest.push(part)
  }
  return fields
}

/** Undefined where nothing is asked. */
export function whoOf({ countries, roles, companies, rest }: WhoFields): Who | undefined {
  const [inCountries, named] = [listOf(countries), listOf(companies)]
  const all: Who[] = [
    ...(inCountries.length > 0 ? [{ attribute: 'country', oneOf: inCountries }] : []),
    ...(roles.length > 0 ? [{ attribute: 'role', oneOf: roles }] : []),
    ...(named.length > 0 ? [{ attribute: 'company', contains: named }] : []),
    ...rest,
  ]
  return all.length > 1 ? { all } : all[0]
}

/** What was typed or pasted with commas or line ends between, each once. */
export function listOf(text: string): string[] {
  const parts = text.split(/[,;\n\t]/).flatMap((part) => part.trim() || [])
  return [...new Set(parts)]
}

/** Asks for one thing only, so that a field of a form says all of it. */
function isPlain({ oneOf, contains, min, max }: AttributeTest): boolean {
  return [oneOf, contains, min, max].filter((each) => each !== undefined).length === 1
}
