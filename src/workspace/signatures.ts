import { momentOf } from './moment.ts'

/** The two who agree on a formula: those who bring people in, and those who call them. */
export const SIDES = ['marketing', 'sales'] as const
export type Side = (typeof SIDES)[number]

/** Who signed, as they are called and by which address they sign in (null: they did not), and when, ms UTC. */
export interface Signature {
  by: string
  email: string | null
  at: number
}

export type Signatures = Partial<Record<Side, Signature>>

/** Who changes, signs or publishes a model; the sides for which they may sign. */
export interface Author {
  /** A name, or the way in: `API key`, `command line`. */
  by: string
  /** Null: not signed in. Somebody has to say in whose name they sign. */
  email: string | null
  /** The end of the API key, where it was one. */
  key?: string | null
  sides: readonly Side[]
}

/** As stored, for whoever asks. */
export function shownSignatures(json: string) {
  const { marketing, sales } = JSON.parse(json) as Signatures
  return { marketing: shown(marketing), sales: shown(sales) }
}

function shown(signature: Signature | undefined) {
  return signature ? { by: signature.by, at: momentOf(signature.at) } : null
}

/** One human, as far as can be told: by address where both signed in, else by name. */
export function isSamePerson(a: Pick<Signature, 'by' | 'email'>, b: Pick<Signature, 'by' | 'email'>): boolean {
  if (a.email !== null && b.email !== null) return a.email.toLowerCase() === b.email.toLowerCase()
  return plain(a.by) === plain(b.by)
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
