import type { AlertMessage } from '../../domain/alert/message.ts'
import { SYMBOLS, titleOf } from './alert.ts'
import { webAddress } from './href.ts'
import type { Speech } from './speech.ts'
import type { Told } from './told.ts'

const SHOWN = 20

/** Several alerts at once: a line for each, the first 20, and how many more there are. */
export function tellDigest(alerts: readonly AlertMessage[], speech: Speech): Told {
  const { words } = speech
  const lines = alerts.slice(0, SHOWN).map((alert) => ({
    score: speech.number(alert.score),
    text: `${SYMBOLS[alert.kind]} ${titleOf(alert, speech)}${companyOf(alert, speech)}`,
    url: webAddress(alert.link),
  }))
  return {
    direction: words.direction,
    symbol: '📋',
    title: words.people(new Set(alerts.map(({ person }) => person.id)).size, alerts.length),
    parts: [{ is: 'people', lines, left: Math.max(0, alerts.length - SHOWN), rest: words.more }],
    links: [],
    foot: null,
  }
}

/** The company, where the line does not say it already. */
function companyOf(alert: AlertMessage, speech: Speech): string {
  const company = speech.others(alert.person.company, 40)
  return company && alert.kind !== 'target_account' ? ` · ${company}` : ''
}
