import { catalogue, type Words } from '../domain/words.ts'

/** Why a delivery is not taken. In the database only the sentence stands. */
export const unreadable = catalogue('unreadable', {
  deep: 'the body is nested more than {levels} levels deep',
  empty: 'the body is empty',
  notJson: 'the body is not JSON',
  list: 'the body is a list; Zoom sends one event at a time',
  noEvent: 'the body names no event',
  noToken: 'endpoint.url_validation: payload.plainToken is missing or no token',
  failed: 'Ripen failed to store what it says ({fault})',
  overloaded: 'it came while the workspace was overloaded, and could not be stored afterwards',
  signature: 'the signature does not fit the secret of this source',
})

const sentences = Object.entries(unreadable.templates).map(([name, template]) => {
  const gaps = [...template.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap!)
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '(.+)')
  return { key: `${unreadable.area}.${name}`, gaps, pattern: new RegExp(`^${escaped}$`) }
})

/** A stored sentence as words again; a text that is none of the catalogue's as it is. */
export function whyUnreadable(text: string): Words | string {
  for (const { key, gaps, pattern } of sentences) {
    const found = pattern.exec(text)
    if (found) return { text, key, params: Object.fromEntries(gaps.map((gap, at) => [gap, gapValue(found[at + 1]!)])) }
  }
  return text
}

function gapValue(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text
}
