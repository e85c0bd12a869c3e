import { addTo } from '../order.ts'
import { type Band, isIn, type Range } from './bands.ts'
import type { Case } from './sample.ts'

/** What open leads may bring in one currency (null: nobody said which), as bands like theirs brought it before. */
export interface Expected {
  readonly currency: string | null
  /** Mean of the amounts won of the band in this currency. */
  readonly mean: number
  readonly value: number
  readonly from: number
  readonly to: number
}

export interface BandRevenue extends Range {
  /** Leads that are in the band now. */
  readonly open: number
  readonly expected: Expected[]
}

export interface Revenue {
  readonly openLeads: number
  readonly bands: BandRevenue[]
  /** The sum of each currency; currencies are never mixed. */
  readonly totals: { readonly currency: string | null; readonly value: number }[]
  /** Deals won of which no amount is known: they count for the conversion, not for the mean. */
  readonly wonWithoutAmount: number
}

/**
 * Conversion × mean amount won of the band × open leads now in the band. Of a band with several currencies each takes
 * its share of the winners; the bounds are those of the conversion alone.
 */
export function revenueOf(bands: readonly Band[], cases: readonly Case[], openScores: readonly number[]): Revenue {
  const totals = new Map<string | null, number>()
  const expecting = bands.map((band) => {
    const open = openScores.filter((score) => isIn(band, score)).length
    const expected = expectedOf(band, cases, open)
    for (const { currency, value } of expected) totals.set(currency, (totals.get(currency) ?? 0) + value)
    return { from: band.from, to: band.to, open, expected }
  })
  return {
    openLeads: openScores.length,
    bands: expecting,
    totals: [...totals].map(([currency, value]) => ({ currency, value })).sort(byCurrency),
    wonWithoutAmount: cases.filter(({ won, amount }) => won && amount === null).length,
  }
}

function expectedOf(band: Band, cases: readonly Case[], open: number): Expected[] {
  if (!band.conversion) return []
  const amounts = new Map<string | null, number[]>()
  let known = 0
  for (const { won, score, amount, currency } of cases) {
    if (!won || amount === null || !isIn(band, score)) continue
    addTo(amounts, currency, amount)
    known++
  }
  const { value, from, to } = band.conversion
  return [...amounts]
    .map(([currency, all]) => {
      const mean = all.reduce((sum, amount) => sum + amount, 0) / all.length
      const each = open * (all.length / known) * mean
      const [one, other] = [from * each, to * each]
      return { currency, mean, value: value * each, from: Math.min(one, other), to: Math.max(one, other) }
    })
    .sort(byCurrency)
}

function byCurrency(a: { currency: string | null }, b: { currency: string | null }): number {
  return (a.currency ?? '') < (b.currency ?? '') ? -1 : 1
}
