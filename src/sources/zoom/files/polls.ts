import type { Words } from '../../../domain/words.ts'
import { refuse } from '../../refuse.ts'
import type { Row } from '../../table.ts'
import { cleanText } from '../../text.ts'
import { answerText, idsApart, pollAnswerId } from '../answer-id.ts'
import { answerFile, answerOdd, answerPart, answerRow } from './answer-words.ts'
import { Answers, answererOf, longestAnswer, personOf, type Who } from './answers.ts'
import { frameOf } from './frame.ts'
import { openAmong } from './open-questions.ts'
import { type DateCell, dateCell, whyUseless } from './order.ts'
import { placeDuring } from './placing.ts'
import { type LaunchedPoll, type PollBlock, pollBlocksOf } from './poll-blocks.ts'
import type { AnswerSetting, FileReading } from './reading.ts'
import { refusal } from './words.ts'

const report = 'Poll Report'

/** What one person answered in one launch of a poll; `why` it is not taken although it answers something. */
interface Submission {
  line: number
  name: string
  address: string
  submitted: DateCell
  answers: { question: string; answer: string }[]
  why: Words | null
}

/**
 * Reads a Poll Report of any generation: who answered which question of a poll with what, and when. `open`: the questions
 * that people answered in their own words.
 */
export function readPolls(rows: readonly Row[], setting: AnswerSetting & { open: readonly string[] }): FileReading {
  const frame = frameOf(rows)
  const { blocks, launched } = pollBlocksOf(rows)
  refuseCutOff(rows, blocks, setting)
  const submissions = blocks.flatMap(submissionsOf)
  const questions = [...new Set(submissions.flatMap(({ answers }) => answers.map(({ question }) => question)))]
  const lacks = submissions.length === 0 ? 'noRows' : questions.length === 0 ? 'noQuestions' : null
  if (lacks) refuse(answerFile(lacks, { report }), { file: setting.file, line: rows.at(-1)!.line, column: 1 })
  const isOpen = openAmong(questions, setting.open, setting.file)
  const cells = submissions.map(({ submitted }) => submitted)
  const named = blocks.map(({ columns }) => columns.zone).find(Boolean) ?? null
  const { room, momentOf, odd } = placeDuring({ report, frame, cells, named }, setting)
  const answers = new Answers()
  const taken: { who: Who; time: number; given: Submission['answers'] }[] = []
  for (const { line, name, address, submitted, answers: given, why } of submissions) {
    const time = momentOf(submitted)
    if (why) answers.skip(line, why)
    else if (given.length === 0) answers.skip(line, answerRow('noAnswer'))
    else if (time === null) answers.skip(line, whyUseless(submitted, answerPart('submitted')))
    else taken.push({ who: answers.who(name, address, line), time, given })
  }
  // Those whom nothing else tells apart are numbered in order of time, whatever order the file has.
  const own = idsApart()
  const ids = new Map<object, string>()
  for (const { who, time, given } of taken.toSorted((a, b) => a.time - b.time)) {
    const answerer = answererOf(who)
    for (const each of given)
      ids.set(each, own(answerer, pollAnswerId(room.answeredIn, answerer, each.question, time), each.answer))
  }
  for (const { who, time, given } of taken)
    for (const each of given) {
      const { question, answer } = each
      const data = { poll: question, answer, open: isOpen(question) }
      answers.add(
        { id: ids.get(each)!, type: 'poll.answered', time, webinar: room.webinar, ...personOf(who), data },
        { name: who.name || null, email: who.email, question, answer, at: time },
      )
    }
  return {
    kind: 'zoom-polls',
    webinar: { ...room.webinar, topic: room.topic },
    rows: submissions.length,
    statements: [...room.statements, ...answers.statements],
    skipped: answers.skipped,
    warnings: [...odd, ...answers.warnings(), ...responsesOf(launched, blocks)],
    said: answers.said,
    questions: questions.map((text) => ({ text, open: isOpen(text) })),
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

function answersIn(
  { cells }: Row,
  { first, questions, pair }: PollBlock['columns'],
): Pick<Submission, 'answers' | 'why'> {
  const pairs = pair
    ? [{ question: cells[pair.question] ?? '', answer: cells[pair.answer] ?? '' }]
    : (questions?.map(({ text, index }) => ({ question: text, answer: cells[index] ?? '' })) ??
      inTurn(cells.slice(first)))
  const answers = pairs.flatMap(({ question, answer: given }) => {
    const answer = cleanText(answerText(given), longestAnswer)
    return answer ? { question: cleanText(question.replace(/\s+/g, ' '), longestAnswer), answer } : []
  })
  const last = questions?.at(-1)?.index
  if (last !== undefined && cells.length > last + 1) return { answers: [], why: answerRow('wide') }
  return answers.some(({ question }) => !question)
    ? { answers: [], why: answerRow('noQuestion') }
    : { answers, why: null }
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
