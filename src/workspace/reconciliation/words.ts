import { catalogue } from '../../domain/words.ts'

/** Why a reconciliation is provisional or final, and what makes it final. */
export const sheet = catalogue('sheet', {
  to_come: 'The webinar has not begun.',
  runs: 'The webinar is running: everything here goes on changing.',
  no_report: 'The platform’s own report of who was there has not come in.',
  early_report: 'The report that came in was made before the platform had finished it.',
  undated_report: 'The report that came in does not say when it was made.',
  room_missing: 'The webinar ran in several rooms, and not for each of them a finished report came in.',
  reported: 'The platform’s own finished report of who was there is in.',
  import: 'Import Zoom’s Attendee Report, downloaded at least 30 minutes after the end.',
  connect: 'Connect Zoom’s API, and the report is fetched by itself.',
  wait: 'Zoom’s API is asked for the report by itself.',
  fetching: 'The report is being fetched from Zoom’s API.',
  fetch: 'Fetch the webinar from Zoom’s API now.',
})
