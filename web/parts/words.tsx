import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../api.ts'
import { directionOf } from '../language.ts'

/** What the server says: in English, and by which key and parameters another language says the same. */
export interface Said {
  text: string
  key?: string | undefined
  params?: Readonly<Record<string, unknown>> | undefined
}

/** The server's words in the language of the screen, else in English; what they cite turns nothing around it. */
export function Words({ said }: { said: Said }) {
  const { i18n } = useTranslation()
  const own = translated(i18n, said)
  const language = own === null ? 'en' : i18n.language
  const parts = (own ?? inEnglish(said)).split(/\u2068(.*?)\u2069/s)
  return (
    <bdi lang={language} dir={directionOf(language)}>
      {parts.map((part, index) => (index % 2 ? <bdi key={index}>{part}</bdi> : part))}
    </bdi>
  )
}

export function saidBy({ message, members: { key, params } }: Problem): Said {
  if (typeof key !== 'string') return { text: message }
  return { text: message, key, params: Object(params) }
}

/** As one text, with what is cited between the signs that hold it apart (U+2068, U+2069). */
export function sentenceIn(i18n: i18n, said: Said): string {
  return translated(i18n, said) ?? inEnglish(said)
}

function inEnglish({ text }: Said): string {
  return plain(text).replace(/“([^”]+)”/g, (_, cited) => `“${apart(cited)}”`)
}

function translated(i18n: i18n, { key, params = {} }: Said): string | null {
  const name = `refusals:${key}`
  const replace = Object.fromEntries(Object.entries(params).map(([gap, value]) => [gap, inGap(i18n, value)]))
  const options = { replace, ...(typeof params.count === 'number' && { count: params.count }) }
  return key && i18n.exists(name, options) ? i18n.t(name as 'loading', options) : null
}

function inGap(i18n: i18n, value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return apart(plain(value))
  const words = value as Said
  return translated(i18n, words) ?? apart(plain(words.text))
}

function apart(text: string): string {
  return `\u2068${text}\u2069`
}

/** Without signs that turn text around, for they could end the holding apart. */
function plain(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
