import { catalogue } from '../../domain/words.ts'

/** What the steps of fetching bring, by the id of the step. */
export const brings = catalogue('pullStep', {
  webinar: 'when the webinar ran',
  registrants: 'who registered, with their answers',
  panelists: 'who is staff',
  participants: 'who was in the room, and when',
  polls: 'answers to polls',
  questions: 'questions that were asked',
  survey: 'the survey',
  absentees: 'who registered and did not come',
  tracking: 'where registrations came from',
  recordings: 'the recording',
  replay_views: 'who watched the replay',
  replay_registrants: 'who signed up for the replay',
  rooms: 'which webinars there were',
})

/** What stands beside what is fetched, and why something is not. */
export const pull = catalogue('pull', {
  notConnected:
    'Ripen has no access to the API of Zoom yet. Connect a source first: under Sources, or with the command “source connect”.',
  notZoom: 'Only from Zoom can anything be fetched, and this webinar was elsewhere.',
  toCome: 'This webinar has not begun. What Zoom knows of it can be fetched when it is over.',
  notZoomSource: 'Only a source of Zoom has an API from which Ripen fetches.',
  noCredentials: 'Give the account ID, the client ID and the client secret of the Server-to-Server OAuth app.',
  noAccess: 'This source has no access to the API of Zoom. Give the credentials of a Server-to-Server OAuth app.',
  shut: 'The client secret of this source does not open with the key of this server. Give the credentials again.',
  scope:
    'The Zoom app lacks the scope {scope}, so this is not fetched: {brings}. Add it in the Zoom App Marketplace, then press “Try again” under Sources.',
  and: '{one}; {other}',
  notYet: 'Zoom has no report of it yet. Ripen asks again later.',
  unreadable: 'Ripen could not read what Zoom answered. It is noted in the log of the server.',
  noBackfill: 'Nobody has asked yet that the webinars of the last months be fetched by this source.',
  months: 'Zoom keeps its reports for six months: give a number of months from 1 to {most}.',
})
