import { expect, test } from 'vitest'
import { patient } from '../../src/hosts/cli/patient.ts'

const quick = { wait: 1, patience: 200 }
const overloaded = { status: 503, body: { code: 'unavailable', overloaded: true } }

/** Answers in this order, and with the last one from then on. What was sent. */
function answering(...answers: { status: number; body: object }[]) {
  const sent: string[] = []
  const said: string[] = []
  const fetch = patient(
    async (request) => {
      sent.push(await request.text())
      const { status, body } = answers[Math.min(sent.length, answers.length) - 1]!
      return Response.json(body, { status })
    },
    (words) => said.push(words),
    quick,
  )
  const call = () => fetch(new Request('http://ripen.example/local', { method: 'POST', body: '{"slug":"kiwi"}' }))
  return { sent, said, call }
}

test('what an overloaded server did not take is given to it again, whole, and that is said once', async () => {
  const { sent, said, call } = answering(overloaded, overloaded, { status: 200, body: { made: true } })
  expect(await (await call()).json()).toEqual({ made: true })
  expect(sent).toEqual(Array(3).fill('{"slug":"kiwi"}'))
  expect(said).toEqual(['Ripen has too much to do just now. Trying again …'])
})

test('any other refusal is answered at once', async () => {
  for (const status of [400, 409, 503]) {
    const { sent, said, call } = answering({ status, body: { code: 'unavailable' } })
    expect((await call()).status).toBe(status)
    expect([sent.length, said]).toEqual([1, []])
  }
})

test('when it stays overloaded its refusal is the answer', async () => {
  const { sent, call } = answering(overloaded)
  const answer = await call()
  expect(await answer.json()).toEqual(overloaded.body)
  expect(sent.length).toBeGreaterThan(2)
})
