import { Refused } from '../../../domain/refusal.ts'
import type { StatementOf } from '../../../domain/statement.ts'
import { together } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { cleanText } from '../../text.ts'
import { idsApart, surveyId } from '../answer-id.ts'
import { answerFile, answerOdd, answerPart, answerRow } from './answer-words.ts'
import { Answers, longestAnswer, personOf } from './answers.ts'
import { frameOf } from './frame.ts'
import { dateCell, momentsOf, orderOf, whyUseless } from './order.ts'
import { zoneIn } from './poll-blocks.ts'
import { contradicting } from './printed-times.ts'
import { type AnswerSetting, type FileReading, linesOf } from './reading.ts'
import { roomOf } from './room.ts'
import { refusal } from './words.ts'

const report = 'Survey Report'
/** Who and when stands in eight columns, the questions behind them (zoom.md 4.4). */
const about = 8
const early = 5 * 60_000

type Answered = StatementOf<'survey.submitted'>['data']['answers']

/** A header of numbered rows with the ids of users. */
export function isSurveyHeader({ cells }: Row): boolean {
  return cells[0] === '#' && cells.some((cell) => plain(cell) === 'user id')
}

/**
 * Reads a Survey Report: what people answered after the webinar, each a survey. No report says which answers are in
 * people's own words: those to the questions `open`.
 */
export function readSurvey(rows: readonly Row[], setting: AnswerSetting & { open: readonly string[] }): FileReading {
  const { file, zone, isGiven, known, webinarKind } = setting
  const frame = frameOf(rows)
  const at = rows.findIndex(isSurveyHeader)
  const [header, ...below] = rows.slice(at)
  if (at < 0 || !header) refuse(refusal('noHeader', { table: report }), { file, line: rows.at(-1)!.line, column: 1 })
  const columns = columnsOf(header)
  const questions = questionsOf(columns.questions, setting)
  if (below.length === 0 || questions.length === 0)
    refuse(answerFile(below.length === 0 ? 'noRows' : 'noQuestions', { report }), {
      file,
      line: header.line,
      column: 1,
    })
  const times = below.map(({ cells, line }) =>
    dateCell({ text: cells[columns.time] ?? '', line, column: columns.time + 1 }),
  )
  const order = orderOf([frame.generated, frame.started, ...times], contradicting(frame, times, true), file)
  const zones = { named: zoneIn(header.cells[columns.time] ?? ''), zone, isGiven }
  const room = roomOf({ report, frame, order, walls: [], zones, known, file, webinarKind })
  const clock = zones.named ?? zones.zone
  const isTimed = times.some(({ stamp }) => stamp)
  if (!clock && isTimed) throw new Refused('invalid', refusal('whichZone'), { file, field: 'timezone' })
  const answers = new Answers()
  const own = idsApart()
  const tooEarly: number[] = []
  for (const [i, { cells, line }] of below.entries()) {
    const given: Answered = questions.flatMap(({ text: question, open, index }) => {
      const answer = cleanText(cells[index] ?? '', longestAnswer)
      return answer ? { question, answer, open } : []
    })
    const time = clock && momentsOf(times[i]!, order, clock)[0]
    if (!/^\d+$/.test(cells[0]!)) answers.skip(line, answerRow('noNumber'))
    else if (given.length === 0) answers.skip(line, answerRow('noAnswer'))
    else if (isTimed && typeof time !== 'number') answers.skip(line, whyUseless(times[i]!, answerPart('submitted')))
    else {
      const who = answers.who(nameIn(cells, columns), cells[columns.email] ?? '', line)
      const filledAt = typeof time === 'number' ? time : (room.session.to ?? room.session.from)
      if (filledAt < room.session.from - early) tooEarly.push(line)
      const answerer = { email: who.email ?? undefined, name: who.name }
      const id = own(answerer, surveyId(room.answeredIn, answerer), given.map(({ answer }) => answer).join(' / '))
      const { webinar } = room
      const data = { answers: given }
      const seen = { name: who.name || null, email: who.email, at: typeof time === 'number' ? time : null }
      answers.add(
        { id, type: 'survey.submitted', time: filledAt, webinar, ...personOf(who), data },
        ...given.map(({ question = '', answer = '' }) => ({ ...seen, question, answer })),
      )
    }
  }
  return {
    kind: 'zoom-survey',
    webinar: { ...room.webinar, topic: room.topic },
    rows: below.length,
    statements: [...room.statements, ...answers.statements],
    skipped: answers.skipped,
    warnings: [
      ...room.odd,
      ...(tooEarly.length > 0 ? [answerOdd('early', { lines: linesOf(tooEarly) })] : []),
      ...answers.warnings(),
    ],
    said: answers.said,
    questions: questions.map(({ text, open }) => ({ text, open })),
  }
}

interface SurveyColumns {
  names: number[]
  email: number
  time: number
  questions: { text: string; index: number }[]
}

function columnsOf({ cells: header }: Row): SurveyColumns {
  const cells = header.slice(0, about).map((cell) => plain(cell))
  const whole = cells.findIndex((cell) => /^(user )?name\b/.test(cell))
  const parts = [cells.indexOf('first name'), cells.indexOf('last name')].filter((index) => index >= 0)
  return {
    names: whole >= 0 ? [whole] : parts,
    email: cells.findIndex((cell) => /e-?mail/.test(cell)),
    time: cells.findIndex((cell) => /^submi|\bdate\b|\btime\b/.test(cell)),
    questions: header.flatMap((text, index) => (index >= about && text ? [{ text, index }] : [])),
  }
}

function nameIn(cells: readonly string[], { names }: SurveyColumns): string {
  return names.flatMap((index) => cells[index] || []).join(' ')
}

/** Which of the questions are open; refuses a question that the survey does not ask. */
function questionsOf(
  asked: SurveyColumns['questions'],
  { open, file }: { open: readonly string[]; file: string },
): { text: string; index: number; open: boolean }[] {
  const isOpen = new Set(open.map(plain))
  const unknown = open.find((question) => !asked.some(({ text }) => plain(text) === plain(question)))
  const [first, ...others] = asked.map(({ text }) => answerPart('cited', { text: cited(text) }))
  if (unknown !== undefined && first) {
    const questions = together([first, ...others], (first, second) => answerPart('both', { first, second }))
    const words = answerFile('noSuchQuestion', { question: cited(unknown), questions })
    throw new Refused('invalid', words, { file, field: 'openQuestion' })
  }
  return asked.map(({ text, index }) => ({
    text: cleanText(text, longestAnswer),
    index,
    open: isOpen.has(plain(text)),
  }))
}
