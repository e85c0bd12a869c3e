import { expect, test } from 'vitest'
import { allRoutes } from '../../src/http/workspace/app.ts'
import { activityTypes } from '../../src/sources/activities/schemas.ts'
import { makeHouse } from './company.ts'

interface Operation {
  summary?: string
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
}

interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

const house = makeHouse()
const document = (await (await house.fetch('/openapi.json')).json()) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ call: `${method} ${path}`, operation })),
)
const calls = operations.map(({ call }) => call)

const contract = [
  'get /healthz',
  'post /hooks/zoom/{key}',
  'post /api/v1/activities',
  'post /api/v1/imports',
  'get /api/v1/webinars',
  'patch /api/v1/webinars/{id}',
  'get /api/v1/webinars/{id}/ranking',
  'get /api/v1/webinars/{id}/ranking.csv',
  'get /api/v1/webinars/{id}/questions',
  'get /api/v1/webinars/{id}/questions.csv',
  'get /api/v1/webinars/{id}/calls',
  'get /api/v1/webinars/{id}/funnel',
  'get /api/v1/webinars/{id}/audience',
  'put /api/v1/webinars/{id}/replay',
  'get /api/v1/webinars/{id}/replay',
  'delete /api/v1/webinars/{id}/replay',
  'get /api/v1/webinars/{id}/replay/funnel',
  'get /api/v1/webinars/{id}/no-shows',
  'get /api/v1/webinars/{id}/no-shows.csv',
  'get /api/v1/webinars/{id}/viewers',
  'get /watch/{token}',
  'post /watch/{token}/progress',
  'get /api/v1/webinars/{id}/figures',
  'get /api/v1/webinars/{id}/changes',
  'get /api/v1/people',
  'get /api/v1/people/{id}',
  'get /api/v1/people/matrix',
  'get /api/v1/accounts',
  'get /api/v1/accounts/{id}',
  'get /api/v1/people/{id}/history',
  'get /api/v1/workspace',
  'get /api/v1/sources',
  'get /api/v1/model',
  'post /api/v1/model/publish',
  'get /api/v1/model/versions',
  'get /api/v1/model/versions/{version}/file',
  'get /api/v1/model/draft',
  'put /api/v1/model/draft',
  'delete /api/v1/model/draft',
  'get /api/v1/model/draft/file',
  'post /api/v1/model/draft/sign',
  'get /api/v1/model/diff',
  'get /api/v1/model/templates',
  'get /api/v1/model/templates/{name}',
  'post /api/v1/model/rollback',
  'post /api/v1/model/preview',
  'get /api/v1/model/preview/{id}',
  'post /api/v1/model/backtest',
  'get /api/v1/model/backtest/{id}',
  'post /api/v1/model/suggest',
  'get /api/v1/model/suggest/{id}',
  'post /api/v1/model/lint',
  'post /api/v1/model/test',
  'get /openapi.json',
  'get /docs',
]

test('every call that others rely on is in the document', () => {
  expect(calls).toEqual(expect.arrayContaining(contract))
})

test('every route in the code is in the document, but for the one that only the command line reaches', () => {
  const routes = allRoutes.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:([^/]+)/g, '{$1}')}`)
  expect([...new Set(routes)].filter((route) => !calls.includes(route))).toEqual(['put /workspace'])
})

for (const { call, operation } of operations)
  test(`${call} says what it does, and with which schema it answers and refuses`, () => {
    expect(operation.summary).toBeTruthy()
    const statuses = Object.keys(operation.responses)
    expect(statuses.some((status) => /^[23]/.test(status))).toBe(true)
    if (call.includes('/api/v1/')) expect(statuses).toEqual(expect.arrayContaining(['401', '403']))
    for (const [status, { description, content = {} }] of Object.entries(operation.responses)) {
      expect(description).toBeTruthy()
      if (/^4|^5/.test(status)) expect(Object.keys(content)).toEqual(['application/problem+json'])
      for (const { schema } of Object.values(content)) expect(schema).toBeTruthy()
    }
  })

test('every reference in the document leads somewhere', () => {
  const references = JSON.stringify(document).match(/#\/components\/schemas\/[A-Za-z.]+/g) ?? []
  expect(references.length).toBeGreaterThan(10)
  for (const reference of references)
    expect(document.components.schemas).toHaveProperty([reference.replace('#/components/schemas/', '')])
})

test('every type of activity has a JSON Schema at its own address', async () => {
  expect(activityTypes.length).toBeGreaterThan(30)
  for (const type of activityTypes) {
    const response = await house.fetch(`/schemas/activities/${type}.json`)
    expect([type, response.status]).toEqual([type, 200])
    expect(await response.json()).toMatchObject({
      $schema: expect.any(String),
      $id: `/schemas/activities/${type}.json`,
    })
  }
  expect((await house.fetch('/schemas/activities/webinar.sang.json')).status).toBe(404)
})

test('the page shows every call under an address of its own and takes nothing from elsewhere', async () => {
  const response = await house.fetch('/docs')
  const html = await response.text()
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
  for (const { call } of operations) expect(html).toContain(`<code>${call.split(' ')[1]}</code>`)
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!)
  expect(anchors.length).toBeGreaterThan(operations.length)
  for (const anchor of anchors) expect(html).toContain(`id="${anchor}"`)
  expect(html).not.toMatch(/<script|(?:src|href)="https?:/)
  const style = await house.fetch('/docs/style.css')
  expect(style.headers.get('content-type')).toContain('text/css')
  expect(await style.text()).toContain('prefers-color-scheme: dark')
})
