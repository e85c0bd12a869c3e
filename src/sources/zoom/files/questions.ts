import type { Words } from '../../../domain/words.ts'
import { refuse } from '../../refuse.ts'
import type { Row } from '../../table.ts'
import { cleanText } from '../../text.ts'
import { questionId } from '../answer-id.ts'
import { answerFile, answerOdd, answerRow } from './answer-words.ts'
import { Answers, longestAnswer, personOf } from './answers.ts'
import { frameOf } from './frame.ts'
import { type DateCell, dateCell, orderOf } from './order.ts'
import { zoneIn } from './poll-blocks.ts'
import { contradicting, printedTimes } from './printed-times.ts'
import { type ChosenColumns, type QuestionTable, questionTableOf } from './question-columns.ts'
import { type AnswerSetting, type FileReading, linesOf } from './reading.ts'
import { roomOf } from './room.ts'
import { timesIn } from './times.ts'

const report = 'Q&A Report'
const minute = 60_000

/**
 * Reads a Q&A Report, or any table of questions that people made: which column holds what is guessed by its name, and
 * may be chosen. A question of which nobody says when counts as asked a minute after the start: any time that another
 * source knows is later, and counts.
 */
export function readQuestions(rows: readonly Row[], setting: AnswerSetting & { columns: ChosenColumns }): FileReading {
  const { file, zone, isGiven, known, webinarKind } = setting
  const frame = frameOf(rows)
  const table = questionTableOf(rows, setting.columns, file)
  if (table.rows.length === 0) refuse(answerFile('noRows', { report }), { file, line: table.header.line, column: 1 })
  const cells = timesOf(table)
  const order = orderOf([frame.generated, frame.started, ...cells], contradicting(frame, cells), file)
  const printed = printedTimes(cells, order)
  const walls = printed.map(({ wall }) => wall)
  const zones = { named: zoneIn(table.header.cells[table.columns.time] ?? ''), zone, isGiven }
  const room = roomOf({ report, frame, order, walls, zones, known, file, webinarKind })
  const times = timesIn(room.session, printed, zones, file)
  const answers = new Answers()
  const untimed: number[] = []
  for (const [i, { cells: row, line }] of table.rows.entries()) {
    const cell = (role: keyof QuestionTable['columns']) => row[table.columns[role]] ?? ''
    const text = cleanText(cell('question'), longestAnswer)
    if (!text) {
      // A further answer to the question above stands in a row of its own.
      if (!cell('answer') && !isTitle(row)) answers.skip(line, answerRow('noText'))
      continue
    }
    const who = answers.who(cell('name'), cell('email'), line)
    const wall = cells[i]?.stamp?.[order]
    const at = typeof wall === 'number' ? times.momentOf(wall) : null
    if (at === null && table.columns.time >= 0) untimed.push(line)
    const answer = cleanText(cell('answer'), longestAnswer)
    answers.add(
      {
        id: questionId(room.answeredIn, { email: who.email ?? undefined, name: who.name }, text),
        type: 'question.asked',
        time: at ?? room.session.from + minute,
        webinar: room.webinar,
        ...personOf(who),
        data: { text },
      },
      { name: who.name || null, email: who.email, question: text, answer: answer || null, at },
    )
  }
  const late: Words[] = untimed.length > 0 ? [answerOdd('noTime', { lines: linesOf(untimed) })] : []
  return {
    kind: 'zoom-qa',
    webinar: { ...room.webinar, topic: room.topic },
    rows: table.rows.length,
    statements: [...room.statements, ...answers.statements],
    skipped: answers.skipped,
    warnings: [...room.odd, ...times.odd, ...late, ...answers.warnings()],
    said: answers.said,
    columns: table.read,
  }
}

/** Where most times cannot be read, none is: a column of something else, or of the time of day alone. */
function timesOf({ rows, columns }: QuestionTable): DateCell[] {
  const column = columns.time
  if (column < 0) return []
  const cells = rows.map(({ cells, line }) => dateCell({ text: cells[column] ?? '', line, column: column + 1 }))
  const read = cells.filter(({ stamp }) => stamp).length
  return read * 2 > cells.filter(({ text }) => text).length
    ? cells
    : cells.map((cell) => ({ ...cell, text: '', stamp: null }))
}

/** The title of a further table of the report. */
function isTitle(row: readonly string[]): boolean {
  return row.length === 1 && !/^\d+$/.test(row[0]!)
}
