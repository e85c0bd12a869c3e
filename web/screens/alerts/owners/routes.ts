import type { Routes } from '../../../../src/domain/alert/rule.ts'
import type { Who } from '../../../../src/domain/condition-schema.ts'
import { fieldsOf, listOf, whoOf } from '../rules/who.ts'

/** A route as its form holds it. `rest`: of the condition what the form cannot say. */
export interface RouteFields {
  key: number
  owner: string
  email: string
  accounts: string
  countries: string
  rest: Who[]
}

let last = 0

export function fieldsOfRoutes({ routes }: Routes): RouteFields[] {
  return routes.map(({ owner, email = '', accounts = [], when }) => {
    const { countries, roles, companies, rest } = fieldsOf(when)
    const others = whoOf({ countries: '', roles, companies, rest })
    return { key: ++last, owner, email, accounts: accounts.join('\n'), countries, rest: others ? [others] : [] }
  })
}

export function emptyRoute(): RouteFields {
  return { key: ++last, owner: '', email: '', accounts: '', countries: '', rest: [] }
}

/** As they are sent; lines in which nothing was typed are left out. */
export function routesOfFields(fields: readonly RouteFields[], otherwise: { owner: string; email: string }): Routes {
  const routes = fields
    .filter(({ owner, email, accounts, countries }) => [owner, email, accounts, countries].some((each) => each.trim()))
    .map(({ owner, email, accounts, countries, rest }) => {
      const named = listOf(accounts)
      const when = whoOf({ countries, roles: [], companies: '', rest })
      return {
        ...person(owner, email),
        ...(named.length > 0 && { accounts: named }),
        ...(when && { when }),
      }
    })
  return { routes, otherwise: otherwise.owner.trim() ? person(otherwise.owner, otherwise.email) : null }
}

function person(owner: string, email: string): { owner: string; email?: string } {
  return { owner: owner.trim(), ...(email.trim() && { email: email.trim() }) }
}
