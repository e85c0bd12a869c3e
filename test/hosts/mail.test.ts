import { describe, expect, it, onTestFinished } from 'vitest'
import { mailOf } from '../../src/channels/mail/mail.ts'
import { tell } from '../../src/channels/told/tell.ts'
import { type Mail, NoAnswer } from '../../src/channels/ways-out.ts'
import { cloudflareWaysOut } from '../../src/hosts/cloudflare/ways-out.ts'
import { mailBySmtp, readSmtp } from '../../src/hosts/node/smtp.ts'
import { nodeWaysOut } from '../../src/hosts/node/ways-out.ts'
import { alerts, dana, danaInHebrew } from '../channels/samples.ts'
import { type Behaviour, smtpListener } from './smtp-listener.ts'
import { plainTarget } from './targets.ts'

const from = { RIPEN_MAIL_FROM: 'Ripen קיווי <alerts@kiwi.example>' }
const to = { language: 'en', timezone: 'Asia/Jerusalem' } as const
const mail = mailOf(tell(alerts(dana()), to)!, 'alert_1', ['noa@kiwi.example', 'uri@kiwi.example'])

async function why(answer: Promise<unknown> | undefined): Promise<[string, boolean]> {
  const error = await answer?.catch((fault: unknown) => fault)
  if (error instanceof NoAnswer) return [error.message, error.isLasting]
  throw new Error(`not refused: ${JSON.stringify(error)}`)
}

/** Sends by SMTP to a listener of such a behaviour, with little patience. */
async function sent(behaviour: Behaviour, one: Mail = mail, user = '') {
  const listener = await smtpListener(behaviour, onTestFinished)
  const smtp = readSmtp({ ...from, RIPEN_SMTP_URL: listener.url.replace('//', `//${user}`) })!
  return { listener, answer: mailBySmtp(smtp, 700)(one) }
}

/** What a mail server was given, with its transfer encodings undone. */
function decoded(raw: string): string {
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('a mail by SMTP', () => {
  it('comes with sender, all recipients, an id of its own, text and page', async () => {
    const { listener, answer } = await sent({})
    await answer
    expect(listener.commands.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
      expect.stringMatching(/^MAIL FROM:<alerts@kiwi\.example>/),
      'RCPT TO:<noa@kiwi.example>',
      'RCPT TO:<uri@kiwi.example>',
    ])
    const [raw] = listener.mails
    expect(raw).toContain('Message-ID: <alert_1@kiwi.example>')
    expect(raw).toContain('Auto-Submitted: auto-generated')
    expect(raw).toMatch(/Subject: =\?UTF-8\?/)
    expect(decoded(raw!)).toContain('“How much would it cost for 200 seats, and can we pay yearly?”')
    expect(decoded(raw!)).toContain('<html lang="en" dir="ltr">')
  })

  it('has the same id at every attempt', async () => {
    for (const _ of [1, 2]) {
      const { listener, answer } = await sent({})
      await answer
      expect(listener.mails[0]).toContain('Message-ID: <alert_1@kiwi.example>')
    }
  })

  it('lets no name write a header, a recipient or the end of the mail', async () => {
    const name = 'Eve\r\nBcc: all@kiwi.example\r\n\r\n.\r\nMAIL FROM:<x@evil.example>'
    const person = { ...danaInHebrew().person, name, company: '\r\n.\r\n' }
    const hostile = mailOf(tell(alerts(dana({ person })), to)!, 'alert\r\nX-Evil: 1', ['noa@kiwi.example'])
    const { listener, answer } = await sent({}, { ...hostile, subject: `${hostile.subject}\r\nX-Evil: 1` })
    await answer
    const headers = listener.mails[0]!.split('\r\n\r\n')[0]!
    expect(headers).not.toMatch(/^(?:bcc|x-evil):/im)
    expect(listener.commands.filter((line) => /^(MAIL|RCPT)/.test(line))).toHaveLength(2)
    expect(listener.mails).toHaveLength(1)
  })

  it.each<[string, Behaviour, RegExp, boolean]>([
    ['knows nobody of that name', { RCPT: '550 no such user' }, /refused it \(550 no such user\)/, true],
    ['takes no such mail', { end: '554 looks like spam' }, /refused it \(554 looks like spam\)/, true],
    ['is busy', { MAIL: '451 later please' }, /at the moment \(451 later please\)/, false],
    ['is closed', { greeting: '421 closed' }, /at the moment|cannot be reached/, false],
    ['never greets', { greeting: null }, /cannot be reached/, false],
    ['falls silent', { end: null }, /cannot be reached/, false],
  ])('a server that %s', async (_, behaviour, words, isLasting) => {
    const began = performance.now()
    const { answer } = await sent(behaviour)
    expect(await why(answer)).toEqual([expect.stringMatching(words), isLasting])
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('is tried again where the server does not know this Ripen: that is nobody’s channel', async () => {
    const { answer } = await sent({ AUTH: '535 bad password' }, mail, 'ripen:wrong@')
    const [words, isLasting] = await why(answer)
    expect(words).toMatch(/does not let this Ripen in.*user and password/)
    expect([words.includes('wrong'), isLasting]).toEqual([false, false])
  })

  it('gives no password to a server elsewhere before the line is encrypted', async () => {
    const listener = await smtpListener({}, onTestFinished)
    const elsewhere = {
      ...readSmtp({ ...from, RIPEN_SMTP_URL: listener.url })!,
      host: '::ffff:127.0.0.1',
      user: 'ripen',
    }
    await why(mailBySmtp({ ...elsewhere, password: 'secret' }, 700)(mail))
    expect(listener.commands.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'STARTTLS'])
  })

  it('goes to the port that its address means', () => {
    expect(readSmtp({ ...from, RIPEN_SMTP_URL: 'smtp://ripen:a%40b@mail.example' })).toMatchObject({
      ...{ host: 'mail.example', port: 587, secure: false, user: 'ripen', password: 'a@b' },
    })
    expect(readSmtp({ ...from, RIPEN_SMTP_URL: 'smtps://mail.example' })).toMatchObject({
      port: 465,
      secure: true,
      user: null,
    })
  })
})

describe('a mail by an HTTP service', () => {
  const service = (url: string) => ({
    ...from,
    RIPEN_MAIL_API: url,
    RIPEN_MAIL_KEY: 'key-123456',
    RIPEN_OUTBOUND_ALLOW: new URL(url).host,
  })

  it('is one JSON with the key as bearer, on both hosts', async () => {
    const seen: unknown[] = []
    const target = await plainTarget(async (request, response) => {
      const { authorization, 'idempotency-key': id } = request.headers
      seen.push({ authorization, id, body: JSON.parse((await request.toArray()).join('')) })
      response.end('{"id":"1"}')
    }, onTestFinished)
    await nodeWaysOut(service(target.url)).mail!(mail)
    await cloudflareWaysOut(service(target.url)).mail!(mail)
    const { id, ...rest } = mail
    const body = { ...rest, from: 'Ripen קיווי <alerts@kiwi.example>' }
    expect(seen).toEqual([1, 2].map(() => ({ authorization: 'Bearer key-123456', id, body })))
  })

  it.each([
    [422, 'no such domain', /refused it \(422 no such domain\)/, true],
    [401, 'key-123456 is unknown', /does not let this Ripen in \(401 … is unknown\)/, false],
    [429, '', /at the moment \(429\)/, false],
    [500, '', /at the moment \(500\)/, false],
  ])('that answers %i is no mail', async (status, text, words, isLasting) => {
    const target = await plainTarget((_, response) => void response.writeHead(status).end(text), onTestFinished)
    expect(await why(nodeWaysOut(service(target.url)).mail!(mail))).toEqual([expect.stringMatching(words), isLasting])
  })
})

describe('what is set for mail', () => {
  it('is refused in words at the start where it cannot be understood, without the password', () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ ...from, RIPEN_SMTP_URL: 'mail.example' }, /RIPEN_SMTP_URL is not understood: give smtps/],
      [{ ...from, RIPEN_SMTP_URL: 'https://u:secret@mail.example' }, /RIPEN_SMTP_URL is not understood/],
      [{ ...from, RIPEN_SMTP_URL: 'smtp://u:%zz@mail.example' }, /RIPEN_SMTP_URL is not understood/],
      [{ RIPEN_SMTP_URL: 'smtp://mail.example' }, /set RIPEN_MAIL_FROM too/],
      [{ RIPEN_SMTP_URL: 'smtp://mail.example', RIPEN_MAIL_FROM: 'Ripen' }, /RIPEN_MAIL_FROM is "Ripen"/],
      [{ ...from, RIPEN_MAIL_API: 'api.mail.example' }, /RIPEN_MAIL_API is/],
      [{ ...from, RIPEN_MAIL_API: 'https://api.mail.example/send' }, /set RIPEN_MAIL_KEY too/],
    ]
    for (const [env, words] of wrong) {
      expect(() => nodeWaysOut(env)).toThrow(words)
      expect(() => nodeWaysOut(env)).not.toThrow(/secret/)
    }
    expect(nodeWaysOut({}).mail).toBeNull()
  })
})
