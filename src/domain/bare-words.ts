import type { Params, Words } from './words.ts'

/** A sentence that may be kept for long: nothing in it is about a person. Key and parameters as in `Words`. */
export interface BareWords {
  readonly text: string
  readonly key?: string
  readonly params?: Params
}

const longest = 300
const ofType = /^(type: )"([a-z]+\.[a-z_.]+)"/
const cited = /"(?:[^"\\]|\\.)*"|“[^”]*”/g
const personal = /[^\s:;,()]+@[^\s:;,()]+|\d{7,}/g

/** Leaves out of words what they cite, and what looks like an address or a telephone number. */
export function bareWords(words: Words | string): BareWords {
  if (typeof words === 'string') return { text: bareText(words) }
  return { text: bareText(words.text), key: words.key, params: bareParams(words.params) }
}

export function bareText(text: string): string {
  const type = ofType.exec(text)
  const [begin, rest] = type ? [type[1] + type[2]!, text.slice(type[0].length)] : ['', text]
  const bare = begin + rest.replace(cited, '“…”').replace(personal, '…')
  return bare.length > longest ? `${bare.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : bare
}

function bareParams(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'string') return [name, '…']
      return [name, typeof value === 'object' ? { ...value, ...bareWords(value) } : value]
    }),
  )
}
