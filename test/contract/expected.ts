import { expect } from 'vitest'

/** ISO 8601 in UTC. */
export const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)

/** Status and body of an answer that is a problem document (RFC 9457); throws where it is none. */
export async function problemOf(answer: Response | Promise<Response>): Promise<Record<string, unknown>> {
  const response = await answer
  const text = await response.text()
  expect([response.headers.get('content-type'), text]).toEqual(['application/problem+json', expect.any(String)])
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({ type: expect.any(String), title: expect.any(String), status: response.status })
  return problem
}

/** Only the status of an answer. */
export async function statusOf(answer: Response | Promise<Response>): Promise<number> {
  const response = await answer
  await response.body?.cancel()
  return response.status
}
