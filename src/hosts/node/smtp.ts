import type { Transporter } from 'nodemailer'
import { plain } from '../../channels/told/plain.ts'
import { wayOut } from '../../channels/way-out-words.ts'
import { type Mail, NoAnswer } from '../../channels/ways-out.ts'
import { Refused } from '../../domain/refusal.ts'
import { type MailFrom, readMailFrom } from '../mail-from.ts'

/** A server that takes mails by SMTP. */
export interface Smtp {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise it is begun where the server offers it. */
  readonly secure: boolean
  readonly user: string | null
  readonly password: string
  readonly from: MailFrom
}

/** For so long nothing may come from the server, and for so long a mail may take in all, ms. */
const QUIET = 10_000
const WHOLE = 30_000

/** From RIPEN_SMTP_URL; null where it is not set. Refused where it cannot be understood; the password is never repeated. */
export function readSmtp(env: Record<string, string | undefined>): Smtp | null {
  const text = env.RIPEN_SMTP_URL?.trim() ?? ''
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  const login = url && decoded(url.username, url.password)
  if (!url || !login || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname) || url.search)
    throw new Refused(
      'invalid',
      'RIPEN_SMTP_URL is not understood: give smtps://user:password@host:465 or smtp://user:password@host:587, with signs such as @ and / in the password as %40 and %2F.',
    )
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const [user, password] = login
  const from = readMailFrom(env, 'RIPEN_SMTP_URL')
  return { host, port: Number(url.port) || (secure ? 465 : 587), secure, user: user || null, password, from }
}

function decoded(...texts: [string, string]): [string, string] | null {
  try {
    return texts.map(decodeURIComponent) as [string, string]
  } catch {
    return null
  }
}

/** Hands mails over to the server, each by a connection of its own. A password is given only under TLS, or at home. */
export function mailBySmtp(
  { host, port, secure, user, password, from }: Smtp,
  quiet = QUIET,
): (mail: Mail) => Promise<void> {
  const isHome = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)
  const options = {
    ...{ host, port, secure, requireTLS: !secure && user !== null && !isHome },
    ...(user === null ? {} : { auth: { user, pass: password } }),
    ...{ connectionTimeout: quiet, greetingTimeout: quiet, socketTimeout: quiet, dnsTimeout: quiet },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  }
  let opened: Promise<Transporter> | null = null
  /** Loaded with the first mail: most servers start without. */
  const transport = () => (opened ??= import('nodemailer').then(({ createTransport }) => createTransport(options)))
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)

  return async ({ id, to, subject, text, html }) => {
    const messageId = `<${id.replace(/[^\w.-]/g, '-')}@${domain}>`
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const sent = transport().then((opened) =>
      opened.sendMail({ from, to: [...to], subject, text, html, messageId, headers, xMailer: false }),
    )
    await within(WHOLE, sent).catch((error: Failed) => {
      throw reasonOf(error)
    })
  }
}

interface Failed extends NodeJS.ErrnoException {
  responseCode?: number
  response?: string
}

function reasonOf({ code = '', responseCode = 0, response, message }: Failed): NoAnswer {
  const answer = plain(response ?? message, 200)
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535)
    return new NoAnswer(wayOut('mailKey', { answer }), false)
  if (responseCode >= 500) return new NoAnswer(wayOut('mailRefused', { answer }), true)
  if (responseCode >= 400) return new NoAnswer(wayOut('mailLater', { answer }), false)
  return new NoAnswer(wayOut('mailHost', { why: answer }), false)
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${ms / 1000} s`)), ms)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}
