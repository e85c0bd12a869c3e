import { fitting } from '../told/fitting.ts'
import type { Told } from '../told/told.ts'
import { bodyOf, type CardElement } from './elements.ts'

/** Teams refuses cards over 28 KB, and has been seen to at 21. */
const MOST_BYTES = 20_000

interface AdaptiveCard {
  $schema: string
  type: 'AdaptiveCard'
  version: '1.5'
  rtl: boolean
  msteams: { width: 'Full' }
  /** What is shown where cards are not. */
  fallbackText: string
  body: CardElement[]
  actions: { type: 'Action.OpenUrl'; title: string; url: string; style?: 'positive' }[]
}

export interface TeamsMessage {
  type: 'message'
  summary: string
  attachments: { contentType: 'application/vnd.microsoft.card.adaptive'; contentUrl: null; content: AdaptiveCard }[]
}

/** A message as a card in the envelope that a Teams workflow takes; where people do not fit, fewer are named. */
export function teamsMessage(told: Told): TeamsMessage {
  const fits = (message: TeamsMessage) => new TextEncoder().encode(JSON.stringify(message)).length < MOST_BYTES
  return fitting(told, formOf, fits)
}

function formOf(told: Told): TeamsMessage {
  const { direction, title, links } = told
  const content: AdaptiveCard = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    rtl: direction === 'rtl',
    msteams: { width: 'Full' },
    fallbackText: title,
    body: bodyOf(told),
    actions: links.map(({ label, url, isFirst }) => ({
      ...({ type: 'Action.OpenUrl', title: label, url } as const),
      ...(isFirst ? ({ style: 'positive' } as const) : {}),
    })),
  }
  const contentType = 'application/vnd.microsoft.card.adaptive'
  return { type: 'message', summary: title, attachments: [{ contentType, contentUrl: null, content }] }
}
