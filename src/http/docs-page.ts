import { exampleOf, sketch } from './docs-sketch.ts'
import type { OpenApiDocument } from './openapi.ts'
import { problems } from './problem.ts'

interface Operation {
  method: string
  path: string
  tags?: string[]
  summary?: string
  description?: string
  security?: unknown[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description: string; content?: Record<string, Media> }>
}

interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: { example?: unknown }
}

interface Media {
  schema?: unknown
  example?: unknown
}

/** The OpenAPI document as a page to read: every call and every problem has an address of its own. */
export function docsPage(document: OpenApiDocument): string {
  const operations = operationsOf(document)
  const tags = [...new Set(operations.flatMap(({ tags = [] }) => tags))]
  const under = (tag: string) => operations.filter(({ tags }) => tags?.includes(tag))
  const links = tags.map((tag) => `<h2>${text(tag)}</h2><ul>${under(tag).map(link).join('')}</ul>`)
  const parts = tags.map(
    (tag) =>
      `<h2>${text(tag)}</h2>${under(tag)
        .map((operation) => section(operation, document))
        .join('')}`,
  )
  const { title, version, description = '' } = document.info
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} ${text(version)}: HTTP interface</title><link rel="stylesheet" href="/docs/style.css"></head>
<body><nav aria-label="Calls"><strong>${text(title)}</strong> <span class="soft">${text(version)}</span>
${links.join('')}
<h2>Problems</h2><ul>${Object.keys(problems)
    .map((code) => `<li><a href="#problem-${code}">${text(code)}</a></li>`)
    .join('')}</ul></nav>
<main><h1>${text(title)}: HTTP interface</h1><p>${prose(description)}</p>
<p><a href="/openapi.json">/openapi.json</a> is the same for machines.</p>
${parts.join('')}<h2>Problems</h2>${problemSections()}</main></body></html>`
}

function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Omit<Operation, 'method' | 'path'>>).map(([method, operation]) => ({
      ...operation,
      method,
      path,
    })),
  )
}

function anchor({ method, path }: Operation): string {
  return `${method}-${path}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')
}

function method({ method }: Operation): string {
  return `<span class="method">${method.toUpperCase()}</span>`
}

function link(operation: Operation): string {
  return `<li>${method(operation)} <a href="#${anchor(operation)}">${text(operation.path.replace('/api/v1', ''))}</a></li>`
}

function section(operation: Operation, document: OpenApiDocument): string {
  const { path, summary = '', description = '', security, parameters = [], requestBody, responses } = operation
  const id = anchor(operation)
  const rows = parameters.map((parameter) => parameterRow(parameter, document))
  return `<section id="${id}">
<h3><a href="#${id}">${method(operation)}<code>${text(path)}</code></a></h3>
<p><strong>${prose(summary)}</strong>${security?.length === 0 ? ' <span class="soft">no key needed</span>' : ''}</p>
${description && `<p>${prose(description)}</p>`}
${rows.length > 0 ? `<h4>Parameters</h4><table>${rows.join('')}</table>` : ''}
${requestBody ? `<h4>Body</h4>${bodies(requestBody.content, document)}` : ''}
<h4>Answers</h4>${Object.entries(responses)
    .map(([status, answer]) => answerOf(status, answer, document))
    .join('')}</section>`
}

function parameterRow(parameter: Parameter, document: OpenApiDocument): string {
  const { name, in: place, required, description = '', schema } = parameter
  const example =
    schema?.example === undefined
      ? ''
      : ` <span class="soft">for example <code>${text(String(schema.example))}</code></span>`
  const kind = text(`${sketch(schema, document)}, ${place}${required ? ', required' : ''}`)
  const cells = [`<code>${text(name)}</code>`, `<span class="soft">${kind}</span>`, prose(description) + example]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function answerOf(status: string, answer: Operation['responses'][string], document: OpenApiDocument): string {
  const media = Object.entries(answer.content ?? {})
  const problem = media.some(([type]) => type === 'application/problem+json')
  const link = problem ? ` <span class="soft">a <a href="#problems">problem document</a></span>` : ''
  const body = problem ? '' : bodies(answer.content ?? {}, document)
  return `<p><code>${text(status)}</code> ${prose(answer.description)}${link}</p>${body}`
}

function bodies(content: Record<string, Media>, document: OpenApiDocument): string {
  const seen = new Set<string>()
  return Object.entries(content)
    .map(([type, { schema, example }]) => {
      const shape = sketch(schema, document)
      const shown = seen.has(shape) ? '' : `<pre>${text(shape)}</pre>`
      seen.add(shape)
      const sample = example ?? exampleOf(schema, document)
      const first = shown && sample !== undefined ? `<pre>${text(JSON.stringify(sample, null, 2))}</pre>` : ''
      return `<p class="soft">${text(type)}</p>${shown}${first}`
    })
    .join('')
}

const problemWords =
  'Every error is `application/problem+json` with `type`, `title`, `status` and `detail`; ' +
  'a refused member adds `field`, a refused file `file`, `line` and `column`.'

function problemSections(): string {
  const sections = Object.entries(problems).map(
    ([code, { status, title }]) =>
      `<section id="problem-${code}">
<h3><a href="#problem-${code}"><code>${status}</code> ${text(title)}</a></h3>
<p class="soft">type <code>/docs#problem-${code}</code></p></section>`,
  )
  return `<section id="problems"><p>${prose(problemWords)}</p></section>${sections.join('')}`
}

function text(value: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return value.replace(/[&<>"]/g, (sign) => signs[sign]!)
}

/** Text with `code` in backquotes. */
function prose(value: string): string {
  return text(value).replace(/`([^`]+)`/g, '<code>$1</code>')
}
