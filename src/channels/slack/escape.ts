import { cut } from '../told/plain.ts'

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const named = (text: string) => text.replace(/[&<>]/g, (sign) => NAMES[sign]!)

/** For `plain_text`: at most `most` signs after escaping, as Slack counts them. */
export function escaped(text: string, most: number): string {
  let shorter = cut(text, most)
  for (let whole = named(shorter); ; whole = named(shorter)) {
    const over = whole.length - most
    if (over <= 0) return whole
    shorter = cut(shorter, Math.max(1, shorter.length - Math.ceil(over / 5)))
  }
}

/** The same for `mrkdwn`: signs of formatting and `:names:` of pictures are only signs. */
export function literal(text: string, most: number): string {
  return escaped(text.replace(/[*_~`]|:(?=\S)/g, '$&\u2060'), most)
}
