import { expect, test } from 'vitest'
import { allRoutes } from '../../src/http/workspace/app.ts'
import { makeCompany, makeHouse } from './company.ts'

function makeAsking() {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const headers = { authorization: `Bearer ${kiwi.apiKey}` }
  return (path: string) => house.fetch(`/api/v1${path}`, { headers })
}

test('a query parameter that a call does not have is refused by its name, and those there are are said', async () => {
  const ask = makeAsking()
  const response = await ask('/webinars/w_1/ranking?temprature=hot&limit=5')
  expect(response.status).toBe(400)
  const problem = (await response.json()) as { field: string; detail: string }
  expect(problem.field).toBe('temprature')
  expect(problem.detail).toMatch(
    /no query parameter "temprature"\. There are: stage, reached, temperature, .*, limit, cursor/,
  )
})

test('a call without any query parameter says so', async () => {
  const ask = makeAsking()
  const problem = (await (await ask('/webinars?limit=5')).json()) as { detail: string }
  expect(problem.detail).toBe('There is no query parameter "limit". This call has none.')
})

test('no GET call takes a query parameter that its documentation does not name', async () => {
  const ask = makeAsking()
  const paths = allRoutes.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1/'))
  expect(paths.length).toBeGreaterThan(12)
  for (const { path } of paths) {
    const response = await ask(`${path.replace('/api/v1', '').replaceAll(/:\w+/g, 'x')}?constructor=1`)
    expect([path, response.status, await response.json()]).toMatchObject([path, 400, { field: 'constructor' }])
  }
})

test('parameters that a call has, and the one that names the workspace, are taken', async () => {
  const ask = makeAsking()
  for (const path of ['/people?email=dana@kiwi.example&limit=5', '/webinars?workspace=kiwi'])
    expect([path, (await ask(path)).status]).toEqual([path, 200])
})

test('without a key it is said first that one is needed', async () => {
  const house = makeHouse(makeCompany('kiwi00000001'))
  expect((await house.fetch('/api/v1/webinars?limit=5')).status).toBe(401)
})
