import type { Words } from '../../../domain/words.ts'
import { refuse } from '../../refuse.ts'
import type { Row } from '../../table.ts'
import { cleanText } from '../../text.ts'
import { answerText, questionId } from '../answer-id.ts'
import { answerFile, answerOdd, answerRow } from './answer-words.ts'
import { Answers, answererOf, longestAnswer, personOf } from './answers.ts'
import { frameOf } from './frame.ts'
import { type DateCell, dateCell } from './order.ts'
import { placeDuring } from './placing.ts'
import { zoneIn } from './poll-blocks.ts'
import { type ChosenColumns, type QuestionTable, questionTableOf } from './question-columns.ts'
import { type AnswerSetting, type FileReading, linesOf } from './reading.ts'

const report = 'Q&A Report'
const minute = 60_000

/**
 * Reads a Q&A Report, or any table of questions that people made: which column holds what is guessed by its name, and
 * may be chosen. A question of which nobody says when counts as asked a minute after the start: any time that another
 * source knows is later, and counts.
 */
export function readQuestions(rows: readonly Row[], setting: AnswerSetting & { columns: ChosenColumns }): FileReading {
  const { file } = setting
  const frame = frameOf(rows)
  const table = questionTableOf(rows, setting.columns, file)
  if (table.rows.length === 0) refuse(answerFile('noRows', { report }), { file, line: table.header.line, column: 1 })
  const cells = timesOf(table)
  const named = zoneIn(table.header.cells[table.columns.time] ?? '')
  const { room, momentOf, odd } = placeDuring({ report, frame, cells, named }, setting)
  const answers = new Answers()
  const untimed: number[] = []
  for (const { line, text, name, email, answer, asked } of entriesOf(table, cells, answers)) {
    const who = answers.who(name, email, line)
    const at = momentOf(asked)
    if (at === null && asked) untimed.push(line)
    answers.add(
      {
        id: questionId(room.answeredIn, answererOf(who), text),
        type: 'question.asked',
        time: at ?? room.session.from + minute,
        webinar: room.webinar,
        ...personOf(who),
        data: { text, answer },
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
    warnings: [...odd, ...late, ...answers.warnings()],
    said: answers.said,
    columns: table.read,
  }
}

interface Entry {
  line: number
  text: string
  name: string
  email: string
  answer: string
  asked: DateCell | undefined
}

/** The questions of a table; a further answer to a question stands in a row of its own below it. */
function entriesOf({ rows, columns }: QuestionTable, cells: readonly DateCell[], answers: Answers): Entry[] {
  const entries: Entry[] = []
  for (const [i, { cells: row, line }] of rows.entries()) {
    const cell = (role: keyof typeof columns) => row[columns[role]] ?? ''
    const [text, answer] = [cleanText(cell('question'), longestAnswer), cell('answer')]
    const above = entries.at(-1)
    if (text) entries.push({ line, text, answer, name: cell('name'), email: cell('email'), asked: cells[i] })
    else if (answer && above) above.answer = answerText(`${above.answer};${answer}`)
    else if (!isTitle(row)) answers.skip(line, answerRow('noText'))
  }
  return entries.map((entry) => ({ ...entry, answer: cleanText(entry.answer, longestAnswer) }))
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
