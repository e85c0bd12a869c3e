import { catalogue } from '../../domain/words.ts'

/** Why a repair by hand cannot be made. */
export const repair = catalogue('repair', {
  oneAlready: 'These two are one person already.',
  notMerged: 'This person has no merge "{merge}".',
  undoneAlready: 'This merge has been undone already.',
  noConnection: 'This webinar has no connection "{connection}".',
  known: 'The platform knows whose connection this is: {person}. There is nothing to say of it.',
  tiedAlready: 'Somebody has said that this is {person}. Undo that first.',
  notTied: 'Nobody has said whose connection "{connection}" is.',
  staff: 'This connection is the host’s or a panelist’s, not an attendee’s.',
})
