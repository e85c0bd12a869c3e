import { cut } from '../told/plain.ts'
import type { Told } from '../told/told.ts'
import type { Mail } from '../ways-out.ts'
import { htmlOf } from './html.ts'
import { textOf } from './text.ts'

/** A message as a mail, in plain text and as a page. The subject is one line: no header can be smuggled in by a name. */
export function mailOf(told: Told, id: string, to: readonly string[]): Mail {
  const subject = cut(told.title.replace(/\p{Cc}+/gu, ' '), 150)
  return { id, to, subject, text: textOf(told), html: htmlOf(told) }
}
