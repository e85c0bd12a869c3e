import { expect, test } from 'vitest'
import { allRoutes } from '../../src/http/workspace/app.ts'
import { activityTypes } from '../../src/sources/activities/schemas.ts'
import { reliedOn } from '../contract/relied-on.ts'
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

test('every call that others rely on is in the document', () => {
  expect(calls).toEqual(expect.arrayContaining(reliedOn))
})

test('every route in the code is in the document, but for those that only Ripen itself reaches', () => {
  const routes = allRoutes.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:([^/]+)/g, '{$1}')}`)
  expect([...new Set(routes)].filter((route) => !calls.includes(route))).toEqual(['put /workspace', 'put /told'])
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
