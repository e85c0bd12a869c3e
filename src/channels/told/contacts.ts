import type { AlertMessage } from '../../domain/alert/message.ts'
import { mailTo, telephone } from './href.ts'
import { plain } from './plain.ts'
import type { Speech } from './speech.ts'
import type { Contact, Part } from './told.ts'

/** How to reach them: the telephone first, for it is quickest. */
export function contactsOf({ phone, email }: AlertMessage['person'], speech: Speech): Part | null {
  const contacts = [of('📞', phone, telephone), of('✉️', email, mailTo)].filter((contact) => contact !== null)
  return contacts.length > 0 ? { is: 'contacts', contacts } : null

  function of(symbol: string, text: string | null, to: (text: string) => string | null): Contact | null {
    const own = speech.others(text, 120)
    return own ? { symbol, text: own, href: to(plain(text ?? '', 254)) } : null
  }
}
