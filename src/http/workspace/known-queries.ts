import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { Refused } from '../../domain/refusal.ts'

/** Which workspace a call is for, where a browser cannot say it in a header; the front has read it. */
const everywhere = ['workspace']

type Registry = OpenAPIHono['openAPIRegistry']

/** Refuses a query parameter that a call does not have: a filter with a slip of the pen would look as if it had worked. */
export function knownQueries(registry: Registry): MiddlewareHandler {
  let known: Map<string, string[]> | undefined
  return async (c, next) => {
    if (c.req.method === 'GET') {
      known ??= queriesOf(registry)
      const route = matchedRoutes(c).find(({ method, path }) => method === 'GET' && !path.endsWith('*'))
      const names = route && known.get(route.path)
      if (names) check(Object.keys(c.req.query()), names)
    }
    await next()
  }
}

function check(given: readonly string[], names: readonly string[]): void {
  const unknown = given.find((name) => !names.includes(name) && !everywhere.includes(name))
  if (unknown === undefined) return
  const there = names.length > 0 ? `There are: ${names.join(', ')}.` : 'This call has none.'
  throw new Refused('invalid', `There is no query parameter "${unknown}". ${there}`, { field: unknown })
}

/** By path as the router knows it, the names that the documentation gives. */
function queriesOf({ definitions }: Registry): Map<string, string[]> {
  const calls = definitions.flatMap((definition) =>
    definition.type === 'route' && definition.route.method === 'get' ? definition.route : [],
  )
  return new Map(
    calls.map(({ path, request }) => {
      const shape = request?.query && 'shape' in request.query ? request.query.shape : {}
      return [path.replaceAll(/\{(\w+)\}/g, ':$1'), Object.keys(shape)]
    }),
  )
}
