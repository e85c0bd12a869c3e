import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { signatures, webhookSecret } from '../../src/channels/webhook/sign.ts'
import { webhookRequest } from '../../src/channels/webhook/webhook.ts'
import { runs } from '../laws/seed.ts'
import { alerts, dana } from './samples.ts'

const secret = webhookSecret(new Uint8Array(32).fill(7))
const older = webhookSecret(new Uint8Array(24).fill(9))
const target = { address: 'https://hooks.kiwi.example/ripen', secret, previousSecret: null }

describe('a signature of Standard Webhooks', () => {
  it('is the one that the reference library makes, for any secret, id, moment and body', () => {
    const secrets = fc.uint8Array({ minLength: 24, maxLength: 64 }).map(webhookSecret)
    const moments = fc.integer({ min: 1, max: 4_000_000_000 })
    fc.assert(
      fc.property(secrets, fc.string(), moments, fc.string({ unit: 'binary' }), (own, id, at, body) => {
        const text = body.toWellFormed()
        expect(signatures([own], id, at, text)).toBe(new Webhook(own).sign(id, new Date(at * 1000), text))
      }),
      runs(500),
    )
  })

  it('is accepted by the reference library, and not after one sign of the body was changed', () => {
    const { headers, body } = webhookRequest(target, 'msg_1', alerts(dana()), Date.now())
    expect(new Webhook(secret).verify(body, headers as never)).toEqual(JSON.parse(body))
    expect(() => new Webhook(secret).verify(body.replace('Dana', 'Dona'), headers as never)).toThrow()
  })

  it('is there for the current and the previous secret while they are exchanged', () => {
    const { headers, body } = webhookRequest({ ...target, previousSecret: older }, 'msg_1', alerts(dana()), Date.now())
    for (const known of [secret, older]) expect(() => new Webhook(known).verify(body, headers as never)).not.toThrow()
    const after = webhookRequest(target, 'msg_1', alerts(dana()), Date.now())
    expect(() => new Webhook(older).verify(after.body, after.headers as never)).toThrow()
  })

  it('is new at every attempt, while the id and the body stay', () => {
    const [first, second] = [0, 90_000].map((later) =>
      webhookRequest(target, 'msg_1', alerts(dana()), 1_800_000_000_000 + later),
    )
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
    expect(second!.body).toBe(first!.body)
    expect(Number(second!.headers['webhook-timestamp'])).toBe(Number(first!.headers['webhook-timestamp']) + 90)
    expect(second!.headers['webhook-signature']).not.toBe(first!.headers['webhook-signature'])
  })
})

describe('the body of a webhook', () => {
  const bodyOf = (...list: Parameters<typeof alerts>) =>
    JSON.parse(webhookRequest(target, 'msg_1', alerts(...list), 1_800_000_000_000).body)

  it('carries the evidence of one alert in camel case, with moments in ISO 8601', () => {
    const body = bodyOf(dana())
    expect([body.type, body.timestamp]).toEqual(['alert.raised', '2026-11-12T08:38:00.000Z'])
    const { data } = body
    expect(data).toMatchObject({
      ...{
        id: 'alert_1',
        kind: 'joins_live',
        at: '2026-11-12T08:38:00.000Z',
        joinedMinute: 4,
        score: 87,
        stage: 'mql',
      },
      person: { jobTitle: 'VP Operations', phone: '+972 50-123-4567' },
      webinar: { topic: 'Kiwi Platform in 45 minutes', startsAt: '2026-11-12T08:00:00.000Z', isRunning: true },
      presence: {
        webinarSeconds: 2280,
        live: [
          { from: 240, to: 1200 },
          { from: 1560, to: 2280 },
        ],
        replay: [],
      },
      takeLink: 'https://ripen.example/w/kiwi/alerts/alert_1#take',
    })
    expect(data.said[0]).toEqual({
      text: 'How much would it cost for 200 seats, and can we pay yearly?',
      at: '2026-11-12T08:36:00.000Z',
      topics: ['price'],
    })
    expect(data.ledger[2]).toMatchObject({
      points: 15,
      sentence: 'Downloaded the special report “The cold chain in 2026”',
    })
  })

  it('has a list of alerts only where there is more than one', () => {
    const { data, timestamp } = bodyOf(dana(), dana({ id: 'alert_2', at: 1_800_000_000_000 }))
    expect(data.alerts.map(({ id }: { id: string }) => id)).toEqual(['alert_1', 'alert_2'])
    expect(timestamp).toBe('2027-01-15T08:00:00.000Z')
  })

  it('gives what people wrote as they wrote it', () => {
    const text = '\u202e<script>*_~ "é'
    expect(bodyOf(dana({ said: [{ text, at: 0, topics: [] }] })).data.said[0].text).toBe(text)
  })

  it('is an event as it was handed in, at the moment at which it happened', () => {
    const event = { is: 'event', type: 'lead.stage_changed', at: 0, data: { from: 'lead', to: 'mql' } } as const
    expect(JSON.parse(webhookRequest(target, 'e', event, 1).body)).toEqual({
      ...{ type: 'lead.stage_changed', timestamp: '1970-01-01T00:00:00.000Z', data: { from: 'lead', to: 'mql' } },
    })
  })
})

it('a secret of a webhook has 24 to 64 bytes', () => {
  for (const length of [23, 65]) expect(() => webhookSecret(new Uint8Array(length))).toThrow(/24 to 64/)
  expect(webhookSecret(new Uint8Array(24))).toBe(`whsec_${'A'.repeat(32)}`)
})
