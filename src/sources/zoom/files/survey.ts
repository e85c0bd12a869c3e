import { refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { cleanText } from '../../text.ts'
import { idsApart, surveyId } from '../answer-id.ts'
import { answerFile, answerOdd, answerPart, answerRow } from './answer-words.ts'
import { Answers, answererOf, longestAnswer, personOf } from './answers.ts'
import { frameOf } from './frame.ts'
import { openAmong } from './open-questions.ts'
import { dateCell, whyUseless } from './order.ts'
import { placeAfter } from './placing.ts'
import { zoneIn } from './poll-blocks.ts'
import { type AnswerSetting, type FileReading, linesOf } from './reading.ts'
import { refusal } from './words.ts'

const report = 'Survey Report'
/** Who and when stands in eight columns, the questions behind them (zoom.md 4.4). */
const about = 8
/** The clock of whoever filled it in may be so much behind. */
const early = 5 * 60_000

/** A header of numbered rows with the ids of users. */
export function isSurveyHeader({ cells }: Row): boolean {
  return cells[0] === '#' && cells.some((cell) => plain(cell) === 'user id')
}

/**
 * Reads a Survey Report: what people answered after the webinar, each of them one survey. `open`: the questions that they
 * answered in their own words.
 */
export function readSurvey(rows: readonly Row[], setting: AnswerSetting & { open: readonly string[] }): FileReading {
  const { file } = setting
  const frame = frameOf(rows)
  const [header, ...below] = rows.slice(rows.findIndex(isSurveyHeader))
  if (!header || !isSurveyHeader(header))
    refuse(refusal('noHeader', { table: report }), { file, line: rows.at(-1)!.line, column: 1 })
  const columns = columnsOf(header)
  const lacks = below.length === 0 ? 'noRows' : columns.questions.length === 0 ? 'noQuestions' : null
  if (lacks) refuse(answerFile(lacks, { report }), { file, line: header.line, column: 1 })
  const isOpen = openAmong(
    columns.questions.map(({ text }) => text),
    setting.open,
    file,
  )
  const cells = below.map(({ cells, line }) =>
    dateCell({ text: cells[columns.time] ?? '', line, column: columns.time + 1 }),
  )
  const named = zoneIn(header.cells[columns.time] ?? '')
  const { room, momentOf, odd } = placeAfter({ report, frame, cells, named }, setting)
  const isTimed = cells.some((cell) => momentOf(cell) !== null)
  const answers = new Answers()
  const own = idsApart()
  const tooEarly: number[] = []
  for (const [i, { cells: row, line }] of below.entries()) {
    const given = columns.questions.flatMap(({ text: question, index }) => {
      const answer = cleanText(row[index] ?? '', longestAnswer)
      return answer ? { question, answer, open: isOpen(question) } : []
    })
    const at = momentOf(cells[i])
    if (!/^\d+$/.test(row[0]!)) answers.skip(line, answerRow('noNumber'))
    else if (given.length === 0) answers.skip(line, answerRow('noAnswer'))
    else if (isTimed && at === null) answers.skip(line, whyUseless(cells[i]!, answerPart('submitted')))
    else {
      const who = answers.who(nameIn(row, columns), row[columns.email] ?? '', line)
      const time = at ?? room.session.to ?? room.session.from
      if (time < room.session.from - early) tooEarly.push(line)
      const said = given.map(({ answer }) => answer).join(' / ')
      const id = own(answererOf(who), surveyId(room.answeredIn, answererOf(who)), said)
      const data = { answers: given }
      answers.add(
        { id, type: 'survey.submitted', time, webinar: room.webinar, ...personOf(who), data },
        ...given.map(({ question, answer }) => ({ name: who.name || null, email: who.email, question, answer, at })),
      )
    }
  }
  const tooSoon = tooEarly.length > 0 ? [answerOdd('early', { lines: linesOf(tooEarly) })] : []
  return {
    kind: 'zoom-survey',
    webinar: { ...room.webinar, topic: room.topic },
    rows: below.length,
    statements: [...room.statements, ...answers.statements],
    skipped: answers.skipped,
    warnings: [...odd, ...tooSoon, ...answers.warnings()],
    said: answers.said,
    questions: columns.questions.map(({ text }) => ({ text, open: isOpen(text) })),
  }
}

interface SurveyColumns {
  names: number[]
  email: number
  time: number
  questions: { text: string; index: number }[]
}

function columnsOf({ cells: header }: Row): SurveyColumns {
  const cells = header.slice(0, about).map(plain)
  const whole = cells.findIndex((cell) => /^(user )?name\b/.test(cell))
  const parts = [cells.indexOf('first name'), cells.indexOf('last name')].filter((index) => index >= 0)
  return {
    names: whole >= 0 ? [whole] : parts,
    email: cells.findIndex((cell) => /e-?mail/.test(cell)),
    time: cells.findIndex((cell) => /^submi|\bdate\b|\btime\b/.test(cell)),
    questions: header.flatMap((cell, index) => {
      const text = cleanText(cell.replace(/\s+/g, ' '), longestAnswer)
      return index >= about && text ? { text, index } : []
    }),
  }
}

function nameIn(row: readonly string[], { names }: SurveyColumns): string {
  return names.flatMap((index) => row[index] || []).join(' ')
}
