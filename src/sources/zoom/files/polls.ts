import type { Words } from '../../../domain/words.ts'
import { refuse } from '../../refuse.ts'
import type { Row } from '../../table.ts'
import { cleanText } from '../../text.ts'
import { answerText, idsApart, pollAnswerId } from '../answer-id.ts'
import { answerFile, answerOdd, answerPart, answerRow } from './answer-words.ts'
import { Answers, longestAnswer, personOf } from './answers.ts'
import { frameOf } from './frame.ts'
import { type DateCell, dateCell, orderOf, whyUseless } from './order.ts'
import { type LaunchedPoll, type PollBlock, pollBlocksOf } from './poll-blocks.ts'
import { contradicting, printedTimes } from './printed-times.ts'
import type { AnswerSetting, FileReading } from './reading.ts'
import { roomOf } from './room.ts'
import { timesIn } from './times.ts'
import { refusal } from './words.ts'

const report = 'Poll Report'

/** What one person answered in one launch of a poll. */
interface Submission {
  line: number
  name: string
  address: string
  submitted: DateCell
  answers: { question: string; answer: string }[]
  /** Why it is not taken although it answers something. */
  why: Words | null
}

/** Reads a Poll Report of any generation: who answered which question of a poll with what, and when. */
export function readPolls(rows: readonly Row[], setting: AnswerSetting): FileReading {
  const { file, zone, isGiven, webinarKind, known } = setting
  const frame = frameOf(rows)
  const { blocks, launched } = pollBlocksOf(rows)
  refuseCutOff(rows, blocks, setting)
  const submissions = blocks.flatMap(submissionsOf)
  const start = { file, line: rows[0]!.line, column: 1 }
  if (submissions.length === 0) refuse(answerFile('noRows', { report }), start)
  if (submissions.every(({ answers, why }) => answers.length === 0 && !why)) {
    refuse(answerFile('noQuestions', { report }), start)
  }
  const cells = submissions.map(({ submitted }) => submitted)
  const order = orderOf([frame.generated, frame.started, ...cells], contradicting(frame, cells), file)
  const printed = printedTimes(cells, order)
  const zones = { named: blocks.find(({ columns }) => columns.zone)?.columns.zone ?? null, zone, isGiven }
  const walls = printed.map(({ wall }) => wall)
  const room = roomOf({ report, frame, order, walls, zones, known, file, webinarKind })
  const times = timesIn(room.session, printed, zones, file)
  const answers = new Answers()
  const own = idsApart()
  for (const { line, name, address, submitted, answers: given, why } of submissions) {
    const wall = submitted.stamp?.[order]
    if (why) answers.skip(line, why)
    else if (given.length === 0) answers.skip(line, answerRow('noAnswer'))
    else if (typeof wall !== 'number') answers.skip(line, whyUseless(submitted, answerPart('submitted')))
    else {
      const who = answers.who(name, address, line)
      const at = times.momentOf(wall)
      const answerer = { email: who.email ?? undefined, name: who.name }
      for (const { question, answer } of given) {
        answers.add(
          {
            id: own(answerer, pollAnswerId(room.answeredIn, answerer, question, at), answer),
            type: 'poll.answered',
            time: at,
            webinar: room.webinar,
            ...personOf(who),
            data: { poll: question, answer },
          },
          { name: who.name || null, email: who.email, question, answer, at },
        )
      }
    }
  }
  return {
    kind: 'zoom-polls',
    webinar: { ...room.webinar, topic: room.topic },
    rows: submissions.length,
    statements: [...room.statements, ...answers.statements],
    skipped: answers.skipped,
    warnings: [...room.odd, ...times.odd, ...answers.warnings(), ...responsesOf(launched, blocks)],
    said: answers.said,
  }
}

/** Each row once: a row that is there twice, its number too, is one submission. */
function submissionsOf({ columns, rows }: PollBlock): Submission[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const same = JSON.stringify(row.cells)
    if (seen.has(same)) return []
    seen.add(same)
    const text = (index: number) => row.cells[index] ?? ''
    return {
      line: row.line,
      name: text(columns.name),
      address: text(columns.email),
      submitted: dateCell({ text: text(columns.time), line: row.line, column: columns.time + 1 }),
      ...answersIn(row, columns),
    }
  })
}

function answersIn({ cells }: Row, columns: PollBlock['columns']): Pick<Submission, 'answers' | 'why'> {
  const { first, questions, pair } = columns
  const pairs = pair
    ? [{ question: cells[pair.question] ?? '', answer: cells[pair.answer] ?? '' }]
    : questions
      ? questions.map(({ text, index }) => ({ question: text, answer: cells[index] ?? '' }))
      : inTurn(cells.slice(first))
  const answers = pairs
    .filter(({ answer }) => answer)
    .map(({ question, answer }) => ({
      question: cleanText(question, longestAnswer),
      answer: cleanText(answerText(answer), longestAnswer),
    }))
    .filter(({ answer }) => answer)
  const last = questions?.at(-1)?.index
  if (last !== undefined && cells.length > last + 1) return { answers, why: answerRow('wide') }
  return { answers, why: answers.some(({ question }) => !question) ? answerRow('noQuestion') : null }
}

/** Question, answer, question, answer. */
function inTurn(cells: readonly string[]): Submission['answers'] {
  return cells.flatMap((question, i) => (i % 2 === 0 ? { question, answer: cells[i + 1] ?? '' } : []))
}

/** Refuses what was broken off in the middle of the last row: nothing of what it answers would be there. */
function refuseCutOff(rows: readonly Row[], blocks: readonly PollBlock[], { file, endsLine }: AnswerSetting): void {
  const last = rows.at(-1)!
  const block = blocks.at(-1)
  if (endsLine || !block || last !== block.rows.at(-1)) return
  const { first, questions, pair } = block.columns
  const isShorter = block.rows.length > 1 && block.rows.every((row) => row === last || row.width > last.width)
  const isInTurn = !questions && !pair
  const lacksAnswer = isInTurn && (last.width - first) % 2 === 1 && last.cells.length === last.width
  if (last.width < first || (!isInTurn && isShorter) || lacksAnswer)
    refuse(refusal('cutOff'), { file, line: last.line, column: last.width })
}

/** Where Zoom's own count of responses differs from the rows. */
function responsesOf(launched: readonly LaunchedPoll[], blocks: readonly PollBlock[]): Words[] {
  return launched.flatMap(({ name, responses }) => {
    const counted = blocks.filter(({ title }) => title === name).flatMap(({ rows }) => rows).length
    if (responses === null || responses === counted) return []
    return answerOdd('responses', { total: responses, poll: name, counted })
  })
}
