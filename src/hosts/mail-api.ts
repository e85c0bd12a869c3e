import { outcomeOf } from '../channels/outcome.ts'
import { wayOut } from '../channels/way-out-words.ts'
import { type Mail, NoAnswer, type WaysOut } from '../channels/ways-out.ts'
import { Refused } from '../domain/refusal.ts'
import { type MailFrom, readMailFrom } from './mail-from.ts'

/** A service that takes mails by HTTP, as Resend and others do. */
export interface MailApi {
  readonly url: string
  readonly key: string
  readonly from: MailFrom
}

const DEADLINE = 10_000

/** From RIPEN_MAIL_API and RIPEN_MAIL_KEY; null where the first is not set. Refused where they cannot be understood. */
export function readMailApi(env: Record<string, string | undefined>): MailApi | null {
  const text = env.RIPEN_MAIL_API?.trim() ?? ''
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username)
    throw new Refused('invalid', `RIPEN_MAIL_API is "${text}": give the address that takes mails, with https://.`)
  const key = env.RIPEN_MAIL_KEY?.trim() ?? ''
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new Refused('invalid', 'RIPEN_MAIL_API is set, so set RIPEN_MAIL_KEY too: the key that it asks for.')
  return { url: url.href, key, from: readMailFrom(env, 'RIPEN_MAIL_API') }
}

/**
 * Hands a mail over as JSON `{from, to, subject, text, html}` with the key as bearer; the mail's id is the
 * `Idempotency-Key`. Throws `NoAnswer` where it is not taken.
 */
export async function mailByApi({ url, key, from }: MailApi, mail: Mail, post: WaysOut['post']): Promise<void> {
  const { id, to, subject, text, html } = mail
  const sender = from.name ? `${from.name} <${from.address}>` : from.address
  const answered = await post(
    {
      url,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': id },
      body: JSON.stringify({ from: sender, to, subject, text, html }),
    },
    DEADLINE,
  )
  const { is, answer, afterMs } = outcomeOf(answered, Date.now(), [key])
  if (is === 'sent') return
  if (answered.status === 401 || answered.status === 403) throw new NoAnswer(wayOut('mailKey', { answer }), false)
  if (is === 'later') throw new NoAnswer(wayOut('mailLater', { answer }), false, afterMs)
  throw new NoAnswer(wayOut('mailRefused', { answer }), true)
}
