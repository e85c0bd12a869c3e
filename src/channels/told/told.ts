import type { Cell } from './presence.ts'

/**
 * A message in the words of a language, before a channel gives it its form. All texts are single lines without control
 * characters; what others wrote is in them as it is otherwise, so a channel escapes every text.
 */
export interface Told {
  readonly direction: 'ltr' | 'rtl'
  /** One sign that says at a glance what it is about. */
  readonly symbol: string
  readonly title: string
  readonly parts: readonly Part[]
  readonly links: readonly Link[]
  /** Why it was sent, in small print. */
  readonly foot: string | null
}

export type Part =
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | { readonly is: 'contacts'; readonly contacts: readonly Contact[] }
  | { readonly is: 'quotes'; readonly heading: string; readonly quotes: readonly Quote[] }
  | {
      readonly is: 'strip'
      readonly cells: readonly Cell[]
      readonly legend: Readonly<Record<Cell, string>>
      readonly sum: string
    }
  | { readonly is: 'points'; readonly heading: string; readonly lines: readonly { points: string; text: string }[] }
  /** Several people, a line each; `rest` says how many more there are. */
  | {
      readonly is: 'people'
      readonly lines: readonly PersonLine[]
      readonly rest: (left: number) => string
      readonly left: number
    }

export interface Contact {
  readonly text: string
  readonly symbol: string
  /** `tel:` or `mailto:`; null where the text is no such address. */
  readonly href: string | null
}

export interface Quote {
  readonly before: string | null
  readonly text: string
  readonly after: string | null
}

export interface PersonLine {
  readonly score: string
  readonly text: string
  readonly url: string | null
}

export interface Link {
  readonly label: string
  readonly url: string
  readonly isFirst: boolean
}
