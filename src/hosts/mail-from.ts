import { mailTo } from '../channels/told/href.ts'
import { Refused } from '../domain/refusal.ts'

/** Who mails are from, by RIPEN_MAIL_FROM: `alerts@kiwi.example` or `Kiwi <alerts@kiwi.example>`. */
export interface MailFrom {
  readonly name: string
  readonly address: string
}

/** Refused where it is not given or cannot be understood; `because` names the variable that needs it. */
export function readMailFrom(env: Record<string, string | undefined>, because: string): MailFrom {
  const text = env.RIPEN_MAIL_FROM?.trim() ?? ''
  const [, name = '', address = ''] = text.match(/^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>\s]+)>)$/u) ?? ['', '', text]
  if (mailTo(address) === null)
    throw new Refused(
      'invalid',
      text === ''
        ? `${because} is set, so set RIPEN_MAIL_FROM too: the address that mails are from, such as Ripen <alerts@kiwi.example>.`
        : `RIPEN_MAIL_FROM is "${text}": give a mail address, such as Ripen <alerts@kiwi.example>.`,
    )
  return { name, address }
}
