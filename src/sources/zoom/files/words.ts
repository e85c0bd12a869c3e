import { catalogue } from '../../../domain/words.ts'
import type { TableWords } from '../../table.ts'

const download =
  'In the Zoom web portal open Reports > Webinar, choose “Attendee Report”, “Registration Report”, “Poll Report”, “Q&A Report” or “Survey Report” and download the CSV file'
const instead =
  'download the Attendee Report (Zoom web portal, Reports > Webinar, “Attendee Report”), and the Registration Report for who signed up'
const asItComes = 'do not open and save it on the way'
const cutOff = 'Download it again from Zoom'

/** Why a file is not taken, and what to do instead. */
export const refusal = catalogue('file', {
  empty: `The file is empty. ${download}.`,
  notText: `The file is {what}, not a Zoom report. ${download}; drop that file as it comes.`,
  utf16: `The file is in UTF-16 (“Unicode text”), as a spreadsheet saves it. ${download}, or save it as “CSV UTF-8”.`,
  encoding: `The file is not in UTF-8: names would come out wrong. It was probably saved again by a spreadsheet (in Windows-1255, Windows-1252 or the like). ${download}, and ${asItComes}; or save it as “CSV UTF-8”.`,
  quoteOpen:
    'A quotation mark is opened and never closed: the file is cut off, or somebody edited it. Download the report again and do not edit it.',
  quoteMisplaced:
    'A quotation mark is opened or closed in the wrong place, so the cells after it cannot be told apart. Download the report again and do not edit it.',
  manyCells: 'A row has {cells} cells; a Zoom report has at most {most}.',
  manyRows: 'The file has more than {most} rows, and no Zoom report is that long. Download the report again.',
  longCell: 'A cell has {characters} characters; a Zoom report has short ones.',
  otherKind:
    'This is a Zoom {report} (kind {kind}), but it was to be read as “{asked}”. Leave the kind out, or choose the right file.',
  noKind: 'There is no kind “{asked}” of file. There are: {kinds}. Leave it out, and Ripen finds it by itself.',
  oneCell: `This {report} was saved again by a spreadsheet that put each line into one cell. Download it again and ${asItComes}.`,
  unknownTitle: `The file begins with “{title}”, which is no English title of a Zoom webinar report. If it is one in another language, choose English at the bottom of the Zoom web portal and download it again; if it is a table of questions, say so (on the screen by its button, at the command line by --kind zoom-qa); else ${instead}.`,
  otherPlatform: `This is {what}. Today Ripen reads the reports of Zoom webinars: ${instead}.`,
  participants: `This is Zoom's list of participants (Reports > Usage > Participants), not a webinar report: it has no registrations and leaves out who did not come. Instead, ${instead}.`,
  meetings: `This is Zoom's list of meetings (Reports > Usage), not a webinar report: it counts the people and names none. Instead, ${instead}.`,
  meeting:
    'This is the report of a meeting, not of a webinar. Download the report of a webinar: Zoom web portal, Reports > Webinar.',
  noHeader: 'The table “{table}” has no row with the names of its columns. Download the report again.',
  noAbout: 'The line with Topic and Webinar ID is missing below the title. Download the report again.',
  noColumn: 'The table “{table}” has no column {columns}. Download the report again in English and do not edit it.',
  idOdd: `“{id}” is no webinar ID; a spreadsheet may have rounded it. Download the report again and ${asItComes}.`,
  idMissing: `The webinar ID is missing. Download the report again and ${asItComes}.`,
  noTable: `This file ends before its table of {people}: it is cut off. ${cutOff}.`,
  cutOff: `This file ends in the middle of a row: it is cut off. ${cutOff}.`,
  emptyTable: `Zoom counted {total} {people}, but the table of them is empty: the file is cut off. ${cutOff}.`,
  noEnglishDate:
    '“{date}” is no date as Zoom prints it in English. Switch the language of the Zoom web portal to English and download the report again.',
  twoOrders: `The dates are in two orders: “{monthFirst}” in line {monthLine} can only be month/day, “{dayFirst}” in line {dayLine} only day/month. The file was changed on the way; download it again and do not open and save it.`,
  eitherOrder:
    'The dates can be read as month/day or as day/month (“{date}”), and nothing in the file tells which. Set the Zoom account to English (United States) and its date format to month/day/year, and download the report again.',
  noDayThen: 'There is no telling which day this was: {why}. Download the report again in English.',
  noDayYet: 'There is no telling which day this is: {why}. Download the report again in English.',
  whichZone:
    'Which time zone are the times of this report in? Zoom prints none. Name the zone of the Zoom account that made the report, for example Asia/Jerusalem.',
  noZone: 'There is no time zone “{zone}”. Use a name such as Asia/Jerusalem, Europe/Berlin, America/New_York or UTC.',
})

/** What is wrong with a file that should be a table. */
export const tableWords: TableWords = {
  quoteOpen: () => refusal('quoteOpen'),
  quoteMisplaced: () => refusal('quoteMisplaced'),
  manyCells: (params) => refusal('manyCells', params),
  manyRows: (params) => refusal('manyRows', params),
  longCell: (params) => refusal('longCell', params),
}

/** What looks odd in a file that is taken. */
export const warning = catalogue('odd', {
  unknownTable: 'The table “{table}” in line {line} is not known and was left out.',
  shortLastRow: 'The last row (line {line}) is shorter than its table: the file may be cut off.',
  nobodyInRoom:
    'Nobody was in the room between the actual start and the end that the report prints. Check the time zone.',
  status: "Zoom's word for the state of the registration in {lines} is not known; it counts as pending.",
  address: 'What stands as e-mail address in {lines} is none; the presence counts without a person.',
  minutes: 'Join and leave do not give the minutes that Zoom prints in {lines}. Join and leave count.',
  totals: "Zoom's own totals differ from the rows, which count: {totals}.",
})

/** Why something in a row is not taken. */
export const reason = catalogue('row', {
  registration: 'its registration was left out, because {why}',
  unnamedStaff: 'without an e-mail address a {role} cannot be told from the audience',
  neverThere: 'it says neither when the person came nor when they registered',
  leavesFirst: 'it leaves ({left}) before it joins ({joined})',
  both: '{first}; {second}',
  noAddress: '“{address}” is no e-mail address',
  addressMissing: 'the e-mail address is missing',
  unreadable: 'the {what} “{text}” cannot be read',
  missing: 'the {what} is missing',
})

/** Parts of the sentences above. */
export const part = catalogue('filePart', {
  host: 'host',
  panelist: 'panelist',
  attendees: 'attendees',
  registrants: 'registrants',
  actualStart: 'actual start time',
  scheduled: 'scheduled time',
  registered: 'registration time',
  joined: 'join time',
  left: 'leave time',
  column: '“{name}”',
  columns: '{first} and {second}',
  line: 'line {line}',
  lines: 'lines {lines}',
  number: '{number}',
  numbers: '{first}, {second}',
  lastNumber: '{first} and {second}',
  moreNumbers: '{first} and {rest} more',
  total: '{total} {what}, the rows give {counted}',
  totals: '{first}; {second}',
  uniqueViewers: 'unique viewers',
  connections: 'connections in all tables (Total Users)',
  concurrent: 'concurrent views at most',
  registrantCount: 'registrants',
  cancelled: 'cancelled registrations',
})
