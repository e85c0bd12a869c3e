import type { Company } from './company.ts'
import type { BenchData } from './data.ts'
import type { Row } from './row.ts'

/** What a measurement gets. */
export interface Context {
  scale: number
  profile: boolean
  peers: boolean
  /** A folder of its own on the disk that is to be measured. */
  folder: string
  /** An empty workspace, to be copied. */
  empty: BenchData
  /** A workspace full of the company's people, for the rows that need it. */
  filled: BenchData
  company: Company
}

/** Every file in rows/ exports this as `run`. */
export type Measure = (context: Context) => Promise<Row[]>

/** A size of design at this scale, but no smaller than makes sense. */
export function sized({ scale }: Pick<Context, 'scale'>, full: number, least: number): number {
  return Math.max(least, Math.round(full * scale))
}
