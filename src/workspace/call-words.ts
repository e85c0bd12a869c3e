import { catalogue } from '../domain/words.ts'

/** What stands beside a list of calls. */
export const calls = catalogue('calls', {
  noPerDay: 'How many people can sales call a day? Say it as perDay, or as callsPerDay in the model.',
  tied: 'At the cut {count} people stand equal, with {points} webinar points and a score of {score}: {called} of them are called first, the others wait. Their order: {by}.',
  velocity: 'who gained more points lately',
  lastActivityAt: 'who was active in this webinar last',
  email: 'the e-mail address, by the alphabet',
  id: 'the number under which they are stored',
  many: 'the e-mail address, by the alphabet, for they are too many to compare',
})
