import type { Message, MessageLanguage } from '../../domain/alert/message.ts'
import { english } from '../words/en.ts'
import { hebrew } from '../words/he.ts'
import { tellAlert } from './alert.ts'
import { tellDigest } from './digest.ts'
import { tellExport, tellSwitchedOff, tellTest } from './notices.ts'
import { Speech } from './speech.ts'
import type { Told } from './told.ts'

const WORDS = { en: english, he: hebrew }
/** By language and zone: to make one takes longer than to say something in it. */
const speeches = new Map<string, Speech>()

interface Spoken {
  readonly language: MessageLanguage
  readonly timezone: string
}

/** A message in words. Events are for programs: there are no words for them, and null comes back. */
export function tell(message: Message, to: Spoken): Told | null {
  const speech = speechOf(to)
  switch (message.is) {
    case 'alerts':
      return message.alerts.length === 1 ? tellAlert(message.alerts[0]!, speech) : tellDigest(message.alerts, speech)
    case 'switched_off':
      return tellSwitchedOff(message, speech)
    case 'test':
      return tellTest(message, speech)
    case 'export':
      return tellExport(message, speech)
    case 'event':
      return null
  }
}

function speechOf({ language, timezone }: Spoken): Speech {
  const key = `${language} ${timezone}`
  const known = speeches.get(key)
  if (known) return known
  const speech = new Speech(WORDS[language], timezone)
  speeches.set(key, speech)
  return speech
}
