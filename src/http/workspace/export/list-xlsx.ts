import { type Calendar, clockAt } from '../../../domain/calendar.ts'
import type { InFile, Listed } from '../../../workspace/export/file.ts'
import type { Cell } from '../../csv.ts'
import { fileName } from '../../file-name.ts'
import type { SheetColumn } from '../../xlsx/sheet.ts'
import type { Table } from '../../xlsx/workbook.ts'
import { xlsxDownload } from '../../xlsx/xlsx-download.ts'
import type { About } from './about.ts'
import { hebrew } from './hebrew.ts'
import type { SheetLanguage } from './language.ts'
import type { ListKind } from './profiles.ts'
import { spreadsheetColumns } from './spreadsheet.ts'

/** In characters; the others get the usual one. */
const widths: Record<string, number> = {
  ...{ Rank: 7, 'E-mail': 32, Name: 24, Company: 24, 'Job title': 26, 'Buying topics': 20, Phone: 18, Country: 16 },
  ...{ 'Last activity': 17, 'Ripen as of': 17, 'Ripen model version': 20, Person: 22, 'Live seconds': 14 },
  ...{ 'First name': 16, 'Last name': 18, 'On-demand seconds': 19, 'On-demand evidence': 19, 'Webinar points': 16 },
}
const usualWidth = 13

const shows: Record<string, SheetColumn['shows']> = {
  'Last activity': 'moment',
  'Ripen as of': 'moment',
  'Share present': 'share',
}
/** Columns in which there are words of Ripen's own. */
const inWords = new Set(['Stage', 'Temperature', 'Evidence', 'On-demand evidence', 'Wants no mail'])

/** A list as a workbook: the people, and a second sheet that says what the file is. */
export function listXlsx<Row extends InFile<Listed>>(
  rows: IterableIterator<Row>,
  about: About,
  { name, language, list }: { name: string; language: SheetLanguage; list: ListKind<Row> },
): Response {
  const say = (words: string) => (language === 'he' && Object.hasOwn(hebrew, words) ? hebrew[words]! : words)
  const book = {
    tables: tablesOf(rows, about, list, say),
    properties: {
      title: fileName([about.topic, about.day]) || 'Ripen',
      madeAt: about.asOf,
      about: { 'Ripen model version': String(about.modelVersion), 'Ripen as of': about.asOf },
    },
    rightToLeft: language === 'he',
  }
  return xlsxDownload(book, name, () => rows.return?.())
}

type Say = (words: string) => string

function* tablesOf<Row extends InFile<Listed>>(
  rows: Iterable<Row>,
  about: About,
  { sheet }: ListKind<Row>,
  say: Say,
): Generator<Table> {
  const columns = spreadsheetColumns(about, sheet, { contacts: true })
  const counted = { people: 0 }
  yield {
    name: say(about.of === 'ranking' ? 'Ranking' : 'People'),
    columns: columns.map(
      ([heading]): SheetColumn => ({
        heading: say(heading),
        width: widths[heading] ?? usualWidth,
        shows: shows[heading],
      }),
    ),
    rows: cellsOf(),
  }
  yield {
    name: say('About'),
    columns: [
      { heading: say('What'), width: 30 },
      { heading: say('Value'), width: 60 },
    ],
    rows: aboutRows(about, counted.people).map(([what, value]) => [
      say(what),
      value === null ? say('No filter') : value,
    ]),
  }

  function* cellsOf(): Generator<Cell[]> {
    for (const row of rows) {
      counted.people++
      yield columns.map(([heading, cell]) => shown(heading, cell(row, 'spreadsheet')))
    }
  }

  function shown(heading: string, cell: Cell): Cell {
    if (typeof cell !== 'string') return cell
    if (shows[heading] === 'moment') return daysSince1900(about.calendar, cell)
    return inWords.has(heading) ? say(cell) : cell
  }
}

/** A moment as a workbook counts it, by the workspace's clocks; 1970-01-01 is day 25,569. */
function daysSince1900(calendar: Calendar, moment: string): number {
  return clockAt(calendar, Date.parse(moment)) / 86_400_000 + 25_569
}

/** Null: there is no filter. */
function aboutRows(about: About, people: number): [what: string, value: Cell][] {
  const filters = about.filters.map(([name, value]): [string, Cell] => ['Filter', `${name} = ${value}`])
  return [
    ...ofWhat(about),
    ...(filters.length > 0 ? filters : [['Filter', null] as [string, Cell]]),
    ['Ripen model version', about.modelVersion],
    ['Ripen as of', about.asOf],
    ['Moments by the clocks of', about.calendar.timezone],
    ['People in this file', people],
    ['Left out: want no mail', about.leftOut.wantNoMail],
  ]
}

function ofWhat({ of, topic, day }: About): [what: string, value: Cell][] {
  if (of === 'people') return topic === null ? [] : [['Segment', topic]]
  return [
    ['Webinar', topic ?? ''],
    ['Day', day ?? ''],
  ]
}
