import type { Words } from '../../../domain/words.ts'
import { fileType } from '../../file-type.ts'
import { type Place, refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { answerFile } from './answer-words.ts'
import { refusal } from './words.ts'

/** Where a file shows what it is: so many rows at its beginning. */
const shown = 12

type Look = (header: readonly string[]) => boolean

/** A row that has all these cells. */
function has(...names: string[]): Look {
  return (header) => names.every((name) => header.includes(name))
}

/** A row that begins so. */
function titled(...titles: string[]): Look {
  return ([title]) => titles.includes(title!)
}

function either(...looks: Look[]): Look {
  return (header) => looks.some((look) => look(header))
}

/** What other platforms write. */
const others: [what: Words, looksSo: Look][] = [
  [fileType('teams'), either(titled('1. summary', 'meeting summary'), has('full name', 'user action'))],
  [fileType('teams'), either(has('full name', 'join time'), has('first join', 'last leave'))],
  [fileType('teamsLive'), has('participantid', 'utceventtimestamp')],
  [fileType('gotoWebinar'), has('interest rating')],
  [fileType('livestorm'), either(has('attendance rate', 'email'), has('attendance_rate', 'email'))],
  [fileType('on24'), either(has('engagement score', 'live minutes'), has('engagementscore'))],
]

/** Refuses a file that is another report than those which are read: what it is, and what to take instead. */
export function refuseOtherReports(rows: readonly Row[], file: string): void {
  const heads = rows.slice(0, shown).map(({ line, cells }) => ({ line, header: cells.map(plain) }))
  for (const { line, header } of heads) refuseParticipants(header, { file, line, column: 1 })
  for (const { line, header } of heads) refuseMeetings(header, { file, line, column: 1 })
  for (const { line, header } of heads) {
    const place = { file, line, column: 1 }
    if (titled('performance report')(header)) refuse(answerFile('performance'), place)
    const [what] = others.find(([, looksSo]) => looksSo(header)) ?? []
    if (what) refuse(refusal('otherPlatform', { what }), place)
  }
}

/** Its header may follow a block about the meeting, or have the meeting's columns before the participant's. */
function refuseParticipants(header: readonly string[], place: Place): void {
  const name = header.findIndex((cell) => cell === 'name' || cell === 'name (original name)')
  if (name < 0 || !header.some((cell) => /^(total )?duration \(minutes\)$/.test(cell))) return
  refuse(refusal('participants'), { ...place, column: name + 1 })
}

/** A row for each meeting, and how many were there. */
function refuseMeetings(header: readonly string[], place: Place): void {
  if (!has('topic', 'participants')(header) || !header.some((cell) => cell === 'start time' || cell === 'host')) return
  refuse(refusal('meetings'), place)
}
