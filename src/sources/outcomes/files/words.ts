import { catalogue } from '../../../domain/words.ts'
import type { TableWords } from '../../table.ts'

const save = 'Save it as “CSV UTF-8” with a row for each deal: e-mail, outcome (won or lost), date'

/** Why a file of outcomes is not taken, and what to do instead. */
export const refusal = catalogue('outcomes', {
  empty: `The file is empty. ${save}.`,
  notText: `The file is {what}, not a table of outcomes. ${save}.`,
  encoding: 'The file is not in UTF-8: words would come out wrong. Save it as “CSV UTF-8”.',
  quoteOpen: 'A quotation mark is opened and never closed: the file is cut off. Save it again as “CSV UTF-8”.',
  quoteMisplaced:
    'A quotation mark is opened or closed in the wrong place, so the cells after it cannot be told apart. Save the file again as “CSV UTF-8”.',
  manyCells: 'A row has {cells} cells; a table of outcomes has at most {most}.',
  manyRows: 'The file has more than {most} rows. Bring it in in parts.',
  longCell: 'A cell has {characters} characters; a table of outcomes has short ones.',
  noColumn: 'The first row names no column for {what}. It may be called {names}.',
  twoOrders:
    'The dates are in two orders: “{monthFirst}” in line {monthLine} can only be month/day, “{dayFirst}” in line {dayLine} only day/month. Write them all as 2026-03-05.',
  eitherOrder:
    'The dates can be read as month/day or as day/month (“{date}”), and nothing in the file tells which. Write them as 2026-03-05, or as 05.03.2026 with the day first.',
})

/** Why a row of a file of outcomes is left out; it says the column. */
export const reason = catalogue('outcomeRow', {
  noAddress: '“{text}” in the column “{column}” is no e-mail address',
  missing: 'the column “{column}” is empty',
  noOutcome: '“{text}” in the column “{column}” is neither won nor lost',
  noDate: '“{text}” in the column “{column}” is no date',
  future: '“{text}” in the column “{column}” is still to come',
  noAmount: '“{text}” in the column “{column}” is no amount of money',
  noCurrency: '“{text}” in the column “{column}” is no currency',
  noShare: '“{text}” in the column “{column}” is a share of an amount that is missing',
  unknownPerson: 'nobody here has the address {address}',
})

/** Parts of the sentences above. */
export const part = catalogue('outcomePart', {
  email: 'the e-mail address',
  outcome: 'the outcome',
  date: 'the date',
  names: '{first}, {second}',
  name: '“{name}”',
})

export const tableWords: TableWords = {
  quoteOpen: () => refusal('quoteOpen'),
  quoteMisplaced: () => refusal('quoteMisplaced'),
  manyCells: (params) => refusal('manyCells', params),
  manyRows: (params) => refusal('manyRows', params),
  longCell: (params) => refusal('longCell', params),
}
