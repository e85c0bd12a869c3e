/** The two who agree on a formula: those who bring people in, and those who call them. */
export const SIDES = ['marketing', 'sales'] as const
export type Side = (typeof SIDES)[number]

/** Who signed, as they are called and by which address they are known (null: not signed in), and when, ms UTC. */
export interface Signature {
  by: string
  email: string | null
  at: number
}

export type Signatures = Partial<Record<Side, Signature>>
