import type { OpenApiDocument } from './openapi.ts'

interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  example?: unknown
}

/** A schema as one reads a type: members with their kinds, `?` for those that may be left out. */
export function sketch(schema: unknown, document: OpenApiDocument, indent = ''): string {
  const { $ref, type, properties, required = [], items, anyOf, oneOf, format, ...rest } = (schema ?? {}) as Schema
  if ($ref) return sketch(resolve($ref, document), document, indent)
  const choices = anyOf ?? oneOf
  if (choices) return [...new Set(choices.map((each) => sketch(each, document, indent)))].join(' | ')
  if (rest.const !== undefined) return JSON.stringify(rest.const)
  if (rest.enum) return rest.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (rest.prefixItems) return `[${rest.prefixItems.map((each) => sketch(each, document, indent)).join(', ')}]`
  if (items) return `[${sketch(items, document, indent)}]`
  if (properties) return members(properties, required, document, indent)
  if (typeof rest.additionalProperties === 'object')
    return `{ any name: ${sketch(rest.additionalProperties, document, indent)} }`
  const name = Array.isArray(type) ? type.join(' | ') : (type ?? 'anything')
  return format ? `${name} (${format})` : name
}

function members(
  properties: Record<string, Schema>,
  required: string[],
  document: OpenApiDocument,
  indent: string,
): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(
    ([name, each]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${sketch(each, document, inner)}`,
  )
  return lines.length === 0 ? 'object' : `{\n${lines.join('\n')}\n${indent}}`
}

/** The example that a schema carries itself, if it does. */
export function exampleOf(schema: unknown, document: OpenApiDocument): unknown {
  const { $ref, example } = (schema ?? {}) as Schema
  return $ref ? exampleOf(resolve($ref, document), document) : example
}

function resolve(reference: string, document: OpenApiDocument): unknown {
  return document.components?.schemas?.[reference.replace('#/components/schemas/', '')]
}
