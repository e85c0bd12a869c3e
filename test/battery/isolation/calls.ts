import type { House } from '../../http/company.ts'
import { bodies, type Ids, inPath, type Kind, outside } from './kinds.ts'

/** A call of the API: what stands in its path, and which parameters it takes. */
export interface Call {
  name: string
  method: string
  path: string
  /** The ids of a workspace in it, in the path first. */
  kinds: Kind[]
  queries: string[]
}

interface Operation {
  parameters?: { in: string; name: string }[]
  requestBody?: object
}

/** Every call of a workspace, from the OpenAPI document. Throws where the table does not know what is in one. */
export async function callsOf(house: House): Promise<Call[]> {
  const { paths } = (await (await house.fetch('/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  for (const { method, path } of all)
    if (!path.startsWith('/api/v1/') && path.includes('{') && !Object.hasOwn(outside, `${method} ${path}`))
      throw new Error(`Row 23 does not know "${method} ${path}": add a line to "outside" in ${table}.`)
  return all
    .filter(({ path }) => path.startsWith('/api/v1/'))
    .map(({ method, path, operation }) => callOf(method, path, operation))
}

/** What stands in a call. */
export function callOf(method: string, path: string, { parameters = [], requestBody }: Operation): Call {
  const name = `${method} ${path}`
  const kinds = [...path.matchAll(/([^/]+\/\{\w+\})/g)].flatMap(([slot]) => kindAt(slot, name))
  const body = bodies[name]
  if (requestBody && body === undefined)
    throw new Error(`Row 23 does not know what stands in the body of "${name}": add a line to "bodies" in ${table}.`)
  body?.((kind) => {
    kinds.push(kind)
    return '1'
  })
  const queries = parameters.filter((each) => each.in === 'query').map((each) => each.name)
  return { name, method: method.toUpperCase(), path, kinds, queries }
}

const table = 'test/battery/isolation/kinds.ts'

function kindAt(slot: string, call: string): Kind[] {
  if (!Object.hasOwn(inPath, slot))
    throw new Error(`Row 23 does not know whose "${slot}" is in "${call}": add a line to "inPath" in ${table}.`)
  const kind = inPath[slot as keyof typeof inPath]
  return kind === null ? [] : [kind]
}

/** The path and body of a call with ids in it; what is no id of a workspace is something that every workspace has. */
export function written({ name, path }: Call, ids: Ids): { path: string; body: object | null } {
  const filled = path.replaceAll(/([^/]+)\/\{(\w+)\}/g, (slot, before: string) => {
    const kind = inPath[slot as keyof typeof inPath]
    return `${before}/${kind === null ? common[before] : encodeURIComponent(ids[kind])}`
  })
  return { path: filled, body: bodies[name]?.((kind) => ids[kind]) ?? null }
}

const common: Record<string, string> = { versions: '1', templates: 'webinar' }
