import type { PersonName } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'
import { given } from '../../text.ts'
import type { AnsweredIn, Answerer } from '../answer-id.ts'
import { optionalAddress, optionalMoment, optionalText } from '../member.ts'
import { record } from '../record.ts'
import { wholeOf } from './rows.ts'
import type { Room } from './step.ts'
import { leftOut } from './words.ts'

/** The longest question or answer that is kept. */
export const longestAnswer = 5000

/** Whoever answered or asked. Of somebody who did so anonymously there is no address. */
export const speaker = { email: optionalAddress, name: optionalText(500) }

export function answererOf({ email, name = '' }: { email?: string; name?: string }): Answerer {
  return { email, name }
}

/** Whose it is: by the address alone, for the id of a Zoom user would make a second person of a registrant. */
export function saidBy({ email }: Answerer): { person?: PersonName } {
  return given({ person: email ? { platform: 'zoom', email } : undefined })
}

const about = record({ start_time: optionalMoment })

/** The room in which it was said; words where nobody knows when that began. */
export function answeredIn(body: unknown, room: Room, list: string): AnsweredIn | Words {
  const startedAt = room.toldStart ?? wholeOf(body, about).start_time ?? room.startedAt
  return startedAt === undefined ? leftOut('noTime', { list }) : { platformId: room.platformId, startedAt }
}
