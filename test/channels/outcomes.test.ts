import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/channels/channel.ts'
import { send } from '../../src/channels/send.ts'
import { wayOut } from '../../src/channels/way-out-words.ts'
import { type Answered, type Asked, type Mail, NoAnswer, type WaysOut } from '../../src/channels/ways-out.ts'
import type { Message } from '../../src/domain/alert/message.ts'
import { alerts, dana } from './samples.ts'

const now = Date.UTC(2026, 10, 12, 9, 0)
const address = 'https://hooks.slack.com/services/T0KIWI/B0KIWI/abcdefghijklmnopqrstuvwx'
const slack: Channel = {
  ...{ kind: 'slack', address, secret: null, previousSecret: null, language: 'en', timezone: 'Asia/Jerusalem' },
}
const webhook: Channel = { ...slack, kind: 'webhook', secret: `whsec_${'A'.repeat(32)}` }

/** A way out that answers so; what went out is in `asked` and `mails`. */
function answering(answer: Partial<Answered> | Error, mail: Error | 'taken' | null = 'taken') {
  const [asked, mails]: [Asked[], Mail[]] = [[], []]
  const ways: WaysOut = {
    async post(request) {
      asked.push(request)
      if (answer instanceof Error) throw answer
      return { status: 200, retryAfter: null, text: '', ...answer }
    },
    mail:
      mail &&
      (async (one) => {
        mails.push(one)
        if (mail instanceof Error) throw mail
      }),
    check: async () => null,
  }
  return { ways, asked, mails }
}

function outcome(answer: Partial<Answered> | Error, channel: Channel = webhook, message: Message = alerts(dana())) {
  return send(answering(answer).ways, channel, 'msg_1', message, now)
}

describe('what an answer means', () => {
  it.each([
    [200, 'sent'],
    [202, 'sent'],
    [204, 'sent'],
    [301, 'refused'],
    [307, 'refused'],
    [400, 'refused'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [408, 'later'],
    [410, 'gone'],
    [413, 'refused'],
    [422, 'refused'],
    [425, 'later'],
    [429, 'later'],
    [500, 'later'],
    [502, 'later'],
    [503, 'later'],
    [504, 'later'],
  ])('%i: %s', async (status, is) => {
    expect(await outcome({ status, text: 'so it is' })).toMatchObject({
      is,
      answer: expect.stringContaining(String(status)),
    })
  })

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 12 Nov 2026 09:05:00 GMT', 300_000],
    ['Thu, 12 Nov 2026 08:00:00 GMT', 0],
    ['99999999', 86_400_000],
  ])('Retry-After %s is kept, a day at most', async (retryAfter, afterMs) => {
    expect(await outcome({ status: 429, retryAfter })).toMatchObject({ is: 'later', afterMs })
  })

  it.each([null, '', 'soon', '-5', '1.5', '5 minutes'])('Retry-After %j says nothing', async (retryAfter) => {
    expect(await outcome({ status: 503, retryAfter })).toEqual({ is: 'later', answer: '503' })
  })

  it('is shown as one short line without mark-up', async () => {
    const text = `<html><style>p { color: red }</style><h1>Not\n found</h1>${'x'.repeat(5000)}`
    const { answer } = await outcome({ status: 404, text })
    expect(answer).toMatch(/^404 Not found x+…$/)
    expect(answer.length).toBeLessThan(210)
  })

  it('repeats neither the address nor a secret', async () => {
    const text = `no hook /services/T0KIWI/B0KIWI/abcdefghijklmnopqrstuvwx, ${address}, ${webhook.secret}, ${'A'.repeat(32)}`
    const { answer } = await outcome({ status: 404, text })
    expect(answer).not.toMatch(/abcdefgh|AAAAAAAA/)
    expect(answer).toMatch(/^404 no hook …/)
  })

  it.each([
    [403, 'action_prohibited', 'refused', /administrators/],
    [404, 'no_service', 'refused', /removed or switched off in Slack/],
    [404, 'channel_not_found', 'refused', /removed or is private/],
    [410, 'channel_is_archived', 'gone', /was archived/],
    [400, 'invalid_payload', 'refused', /did not understand/],
    [500, 'rollup_error', 'later', /fault of its own/],
  ])('of Slack %i %s is said in words', async (status, text, is, words) => {
    const found = await outcome({ status, text }, slack)
    expect(found.is).toBe(is)
    expect(found.answer).toContain(`${status} ${text}`)
    expect(found.answer).toMatch(words)
  })

  it('of nobody: a way that may open is tried again, one that never will is not', async () => {
    const hung = new NoAnswer(wayOut('hung', { host: 'kiwi.example', seconds: 10 }), false)
    expect(await outcome(hung)).toEqual({ is: 'later', answer: 'kiwi.example did not answer within 10 seconds.' })
    const inside = new NoAnswer(wayOut('private', { host: 'kiwi.example', address: '10.0.0.1' }), true)
    expect(await outcome(inside)).toMatchObject({ is: 'refused', answer: expect.stringContaining('10.0.0.1') })
  })

  it('is not made of a fault of our own', async () => {
    await expect(outcome(new TypeError('x is undefined'))).rejects.toThrow(TypeError)
  })
})

describe('a mail', () => {
  const mail: Channel = { ...slack, kind: 'mail', address: 'noa@kiwi.example, sales@kiwi.example' }

  it('goes to every address of the channel, with the id that all attempts share', async () => {
    const { ways, mails } = answering({})
    expect(await send(ways, mail, 'msg_1', alerts(dana()), now)).toMatchObject({ is: 'sent' })
    expect(mails).toMatchObject([{ id: 'msg_1', to: ['noa@kiwi.example', 'sales@kiwi.example'] }])
  })

  it('waits where this Ripen cannot send mail, and says what is missing', async () => {
    const { ways } = answering({}, null)
    const { is, answer } = await send(ways, mail, 'msg_1', alerts(dana()), now)
    expect([is, answer]).toEqual(['later', expect.stringContaining('RIPEN_SMTP_URL')])
  })

  it('is tried again when the server says so, after the time that it names', async () => {
    const { ways } = answering({}, new NoAnswer(wayOut('mailLater', { answer: '429' }), false, 60_000))
    expect(await send(ways, mail, 'msg_1', alerts(dana()), now)).toMatchObject({ is: 'later', afterMs: 60_000 })
  })
})

it('an event for programs is not sent to a channel for people', async () => {
  const event: Message = { is: 'event', type: 'lead.scored', at: 0, data: {} }
  const { ways, asked } = answering({})
  expect(await send(ways, slack, 'msg_1', event, now)).toMatchObject({ is: 'refused' })
  expect(asked).toEqual([])
})
