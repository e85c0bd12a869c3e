import { useTranslation } from 'react-i18next'
import type { Alert } from './queries.ts'

/** What is known of a webinar by its kind; another kind is called a webinar. */
const kinds = ['demo', 'customer_story'] as const

/** Stand for the person and the webinar until something else is put there. */
const [who, topic] = ['\ue000', '\ue001']

type Told = Pick<Alert, 'kind' | 'person' | 'webinar'>

/** One part of the sentence: words, or the place where a name stands. */
export type Part = { is: 'words'; text: string } | { is: 'who' | 'webinar'; name: string }

/** Who did what, in one sentence, part by part. */
export function useAlertSentence(): (alert: Told) => Part[] {
  const { t } = useTranslation(['alerts', 'common'])
  return (alert) => {
    const { person, webinar } = alert
    const kind = kinds.find((each) => each === webinar?.kind) ?? 'other'
    const place = webinar && t(`webinar.${kind}`, { topic })
    const sentence = t(`says.${saidAs(alert)}`, { who, webinar: place })
    const names = { [who]: person.name ?? person.email ?? t('common:nobodyKnown'), [topic]: webinar?.topic ?? '…' }
    return sentence.split(/([\ue000\ue001])/).flatMap((text): Part[] => {
      if (text === who) return [{ is: 'who', name: names[who]! }]
      if (text === topic) return [{ is: 'webinar', name: names[topic]! }]
      return text === '' ? [] : [{ is: 'words', text }]
    })
  }
}

/** The same as a text, in which names turn nothing around. */
export function useAlertText(): (alert: Told) => string {
  const sentence = useAlertSentence()
  return (alert) =>
    sentence(alert)
      .map((part) => (part.is === 'words' ? part.text : apart(part.name)))
      .join('')
}

/** Some say where, if it was anywhere; who joined may still be there. */
function saidAs({ kind, webinar }: Told) {
  switch (kind) {
    case 'joins_live':
      return webinar?.inRoom ? 'joins_live_here' : 'joins_live'
    case 'asks_to_buy':
    case 'target_account':
    case 'raises_hand':
      return webinar ? (`${kind}_there` as const) : kind
    default:
      return kind
  }
}

function apart(text: string): string {
  return `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`
}
