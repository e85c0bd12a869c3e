import type { Words } from '../../../domain/words.ts'
import { cited } from '../../refuse.ts'
import type { Row } from '../../table.ts'
import { addressOf, given } from '../../text.ts'
import { type Amount, readAmount, readCurrency } from './amount.ts'
import type { Cell, Columns } from './columns.ts'
import { readOutcome } from './outcome.ts'
import { reason } from './words.ts'

/** What a row says beside its date. */
export interface RowRead {
  address: string
  outcome: 'won' | 'lost'
  money: { amount?: number; margin?: number; currency?: string }
}

/** Why a row cannot be taken, and the column, from 1. */
export interface Wrong {
  column: number
  why: Words
}

export function readRow(row: Row, columns: Columns): RowRead | Wrong {
  const [email, outcome] = [columns.cell(row, 'email'), columns.cell(row, 'outcome')]
  if (!email.text) return missing(email)
  const address = addressOf(email.text)
  if (address === undefined) return wrong('noAddress', email)
  if (!outcome.text) return missing(outcome)
  const read = readOutcome(outcome.text)
  if (read === null) return wrong('noOutcome', outcome)
  const money = readMoney(row, columns)
  return 'why' in money ? money : { address, outcome: read, money }
}

export function missing({ column, name }: Cell): Wrong {
  return { column, why: reason('missing', { column: cited(name) }) }
}

type Slip = 'noAddress' | 'noOutcome' | 'noDate' | 'future' | 'noAmount' | 'noCurrency' | 'noShare'

export function wrong(what: Slip, { text, column, name }: Cell): Wrong {
  return { column, why: reason(what, { text: cited(text), column: cited(name) }) }
}

/** The currency of its own column counts before one that stands beside an amount. A margin may be a share of the amount. */
function readMoney(row: Row, columns: Columns): RowRead['money'] | Wrong {
  const [amountCell, marginCell] = [columns.cell(row, 'amount'), columns.cell(row, 'margin')]
  const currencyCell = columns.cell(row, 'currency')
  const currency = readCurrency(currencyCell.text)
  if (currencyCell.text && currency === null) return wrong('noCurrency', currencyCell)
  const [amount, margin] = [readAmount(amountCell.text), readAmount(marginCell.text)]
  if (amountCell.text && (amount === null || amount.percent)) return wrong('noAmount', amountCell)
  if (marginCell.text && margin === null) return wrong('noAmount', marginCell)
  if (margin?.percent && !amount) return wrong('noShare', marginCell)
  return given({
    amount: amount?.value,
    margin: margin ? marginOf(margin, amount) : undefined,
    currency: currency ?? amount?.currency ?? margin?.currency ?? undefined,
  })
}

function marginOf({ value, percent }: Amount, amount: Amount | null): number {
  return percent ? Math.round(amount!.value * value) / 100 : value
}
