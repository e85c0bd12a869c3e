import { catalogue } from '../../domain/words.ts'

/** Why something about regular exports and their links is refused. */
export const schedule = catalogue('schedule', {
  tooMany: 'There are {most} regular exports already, the most there may be. Delete one that nobody reads.',
  nameTaken: 'There is a regular export called “{name}” already. Give this one another name.',
  noSegment: 'There is no segment “{segment}”. It may have been deleted: choose another one, or everybody.',
  noChannel: 'There is no channel “{channel}”. Make it first under Alerts, Channels.',
  ownerOnly:
    'This channel has no address of its own, and nobody looks after a whole list. Give it one, or choose another.',
  noWebinar: 'No webinar has ended yet, so there is nothing to send.',
  wrongLink: 'This link leads nowhere. Was all of it copied?',
  ended: 'This link ended at {endedAt}. The next message brings a new one; whoever set it up can send it now.',
  deleted: 'This link was taken back: the regular export that it belongs to was deleted.',
  segmentGone: 'The segment that this link listed was deleted, so there is nothing to list any more.',
})
