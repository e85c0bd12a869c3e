import { catalogue } from '../../../domain/words.ts'

/** Why Zoom does not give something, and what to do. `said` is Zoom's own sentence. */
export const refused = catalogue('zoomApi', {
  access:
    'Zoom does not let Ripen in (“{said}”). Check the account ID, client ID and client secret of the Server-to-Server OAuth app, and that the app is activated, in the Zoom App Marketplace.',
  client:
    'Zoom does not know this app (“{said}”): its client ID or its client secret is wrong, or it is not activated. Compare them with the page of the Server-to-Server OAuth app in the Zoom App Marketplace.',
  account:
    'Zoom has no such account for this app (“{said}”). Compare the account ID with the page of the Server-to-Server OAuth app in the Zoom App Marketplace.',
  scope:
    'The Zoom app lacks the scope {scope}. Add it under Scopes in the Zoom App Marketplace; Ripen then fetches what is missing.',
  plan: 'The Zoom account is not entitled to this (“{said}”). It needs a paid plan with webinars, and the host a webinar licence.',
  notFound:
    'Zoom has no such webinar or report (“{said}”). If it has just ended, Ripen asks again later; else Zoom no longer keeps it.',
  nothing: 'Zoom has nothing of this kind for the webinar (“{said}”).',
  pageExpired: 'The list in Zoom has changed in the meantime (“{said}”); Ripen reads it again from its beginning.',
  tooOld:
    'Zoom no longer gives this out (“{said}”). Import the report of the webinar from the Zoom portal, if you have one.',
  noHost: 'Zoom does not let this user hold webinars, or does not know them (“{said}”).',
  limited: 'The limit that Zoom sets for its account is reached (“{said}”). Ripen goes on as soon as Zoom allows it.',
  down: 'Zoom does not answer, or not in a way that can be read ({what}). Ripen tries again later.',
  downNow: 'Zoom does not answer, or not in a way that can be read ({what}). Nothing was kept: try again in a moment.',
})

/** What was wrong with an answer of Zoom, as a part of a sentence. */
export const fault = catalogue('zoomFault', {
  connection: 'no connection',
  slow: 'no answer within {seconds} seconds',
  status: 'status {status}',
  unreadable: 'no JSON, status {status}',
  huge: 'more than {megabytes} MB',
  shape: '{field} {reason}',
})

/** What was left out of an answer of Zoom, and why. No names: this is kept with what was fetched. */
export const leftOut = catalogue('zoomRow', {
  unreadable: 'A row of {list} was left out: {field} {reason}.',
  nobody: 'A row of {list} was left out: it has neither an id nor an e-mail address.',
  noTime: 'A row of {list} was left out: it does not say when.',
  leavesFirst: 'A row of {list} was left out: it leaves before it joins.',
  noText: 'A row of {list} was left out: it has no text.',
})
