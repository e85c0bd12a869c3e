import { catalogue } from '../../../domain/words.ts'

// What is said of the reports of what people said: polls, survey, questions. `{report}` is Zoom's own name of one.

const inEnglish =
  'at the bottom of the Zoom web portal choose English, then open Reports > Webinar and download it again'

/** Why such a file is not taken, and what to do. */
export const answerFile = catalogue('answerFile', {
  whichWebinar: 'This {report} does not say which webinar it is about. Choose the webinar.',
  noWebinar: 'There is no webinar “{id}” here. Choose one that Ripen lists, or give the webinar ID that Zoom shows.',
  notRun: 'The webinar {id} has not run yet as far as Ripen knows. Bring in its Attendee Report first.',
  severalRooms: 'The webinar {id} ran more than once, and nothing here tells which time is meant. Choose one of them.',
  otherWebinar: 'This {report} is of the webinar {printed}, not of {chosen}. Choose no webinar, or the right file.',
  meeting:
    'This {report} prints a meeting ID, and Ripen knows no webinar with it. If it is of a webinar, choose that; reports of meetings are not read.',
  noRows: 'There is nobody in this {report}. Zoom fills it within 30 minutes after the end: download it again.',
  noQuestions: 'No column of this {report} holds answers. Download it again in English and do not edit it.',
  severalOffsets:
    'Which time zone was the host in? All answers lie within the webinar at {first} as well as at {last}, and Zoom does not print which. Name the zone, for example Asia/Jerusalem.',
  noOffset:
    'In no time zone do the answers lie within the webinar: they are from {first} to {last}, and it ran from {from} to {to} UTC. If the file is the right one, name the time zone of the host, for example Asia/Jerusalem.',
  whichColumns: 'Which column holds the questions? Choose it; the columns are {columns}.',
  whoAsked:
    'Which column says who asked? Choose the one with the e-mail address or the name, or say of both that there is none.',
  noColumn: 'There is no column “{column}” in this file. Its columns are {columns}.',
  columnTwice: 'The column “{column}” is chosen for two things. Choose another one for one of them.',
  unknownRole: '“{role}” is nothing that a column can hold here. Use question, email, name, time or answer.',
  noSuchQuestion: 'This survey does not ask “{question}”. It asks {questions}.',
  otherLanguage: `This looks like a report of Zoom in {language} (“{seen}”). Ripen reads the English one: ${inEnglish}.`,
  otherHeader: `This looks like a report of Zoom that is not in English: its columns are {columns}. Ripen reads the English one: ${inEnglish}.`,
  performance:
    "This is Zoom's Performance Report: it counts, and names nobody. Take the Attendee Report, the Poll Report or the Q&A Report of the same webinar.",
})

/** What is worth knowing of a file that is taken. */
export const answerOdd = catalogue('answerOdd', {
  timesRead: 'Times of answers were read as {offset}, so that {which} lie within the webinar.',
  timesDiffer:
    'Times of answers were read as {offset}, so that {which} lie within the webinar. In {zone} it was {other}: either the host was elsewhere, or that zone is not the right one.',
  timesOutside: 'The times in {lines} do not lie within the webinar when they are read as {offset}.',
  startKnown: 'The start of the webinar was read in {zone}, for Ripen knows that it began then.',
  startFits: 'The start of the webinar was read in {zone}, for only so do the answers lie within it.',
  otherStart: 'The file prints another start ({printed}) than the chosen webinar has.',
  fromName: 'The file does not print a webinar ID; {id} stands in its name.',
  address: 'What stands as e-mail address in {lines} is none; what is said there counts for nobody.',
  unnamed: 'Rows without an e-mail address: {number}. What they say is kept, and counts for nobody.',
  responses: 'Zoom counts {total} responses to “{poll}”, the rows give {counted}.',
  noTime: 'When it was asked cannot be told of {lines}; it counts as asked at the start.',
  early: 'By {lines} the survey was filled in before the webinar began. Check the time zone.',
})

/** Why a row is not taken. */
export const answerRow = catalogue('answerRow', {
  noAnswer: 'it holds no answer',
  noText: 'it holds no question',
  wide: 'it has more cells than its table has columns',
  noQuestion: 'an answer in it has no question',
  noNumber: 'it does not begin with a number, as the rows of a survey do',
})

/** Parts of the sentences above. */
export const answerPart = catalogue('answerPart', {
  submitted: 'submission time',
  cited: '“{text}”',
  both: '{first}, {second}',
  all: 'all',
  most: 'most',
})

/** Languages of Zoom's portal, and Hebrew. */
export const language = catalogue('language', {
  chinese: 'Chinese',
  dutch: 'Dutch or Swedish',
  french: 'French',
  german: 'German',
  hebrew: 'Hebrew',
  indonesian: 'Indonesian',
  italian: 'Italian',
  japanese: 'Japanese',
  korean: 'Korean',
  polish: 'Polish',
  portuguese: 'Portuguese',
  russian: 'Russian',
  spanish: 'Spanish',
  turkish: 'Turkish',
  vietnamese: 'Vietnamese',
})
