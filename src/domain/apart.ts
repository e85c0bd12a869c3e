const turns = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A text of somebody else within a sentence: what could turn the sentence around is kept to itself. */
export function apart(direction: 'ltr' | 'rtl', text: string): string {
  return direction === 'ltr' && !turns.test(text) ? text : `\u2068${text.replace(marks, '')}\u2069`
}
