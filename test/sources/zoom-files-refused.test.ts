import { expect, test } from 'vitest'
import { attendeeHeader, attendeeReport, came, fixture, refusalOf } from './zoom-files-writer.ts'

const bytes = (...numbers: number[]) => new Uint8Array([...numbers, ...new Array(64).fill(0x20)])
const text = (content: string) => new TextEncoder().encode(content)
const one = came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10)

test.each(['usage-participants-2024.csv', 'usage-participants-2026.csv'])(
  "Zoom's list of participants (%s) is recognised, and what to download instead is said",
  (file) => {
    const refusal = refusalOf(fixture(file), { file })
    expect(refusal.code).toBe('invalid')
    expect(refusal.message).toMatch(/list of participants \(Reports > Usage.*Instead, download the Attendee Report/)
    expect(refusal.details).toEqual(file.includes('2024') ? { file, line: 4, column: 1 } : { file, line: 1, column: 9 })
  },
)

test.each([
  'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room',
  'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room',
  'Name (Original Name),User Email,Total Duration (Minutes),Guest',
])('a list of participants without the block about the meeting is recognised: %s', (header) => {
  const refusal = refusalOf(`\ufeff${header}\r\nTom Becker,tom@quince.example,x,y,9,Yes\r\n`)
  expect(refusal.message).toContain('list of participants')
  expect(refusal.details).toMatchObject({ line: 1, column: 1 })
})

test("Zoom's performance report is recognised, and what to take instead is said", () => {
  const refusal = refusalOf('Performance Report,\nReport generated time,x\nTopic,Webinar ID\n')
  expect(refusal.message).toMatch(/Performance Report: it counts, and names nobody\. Take the Attendee Report/)
  expect(refusal.details).toEqual({ file: 'report.csv', line: 1, column: 1 })
})

test.each([
  ['a PNG picture', bytes(0x89, 0x50, 0x4e, 0x47)],
  ['a JPEG picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['a GIF picture', text('GIF89a and so on')],
  ['a PDF document', text('%PDF-1.7 and so on')],
  ['an Excel workbook (xlsx)', text('PK\u0003\u0004..........[Content_Types].xml')],
  ['a zip archive', text('PK\u0003\u0004..........reports/attendees.csv')],
  ['an old Excel or Word file', bytes(0xd0, 0xcf, 0x11, 0xe0)],
  ['a gzip archive', bytes(0x1f, 0x8b)],
  ['a WebP picture', text('RIFF\u0024\u0000\u0000\u0000WEBPVP8 ')],
  ['a sound or video file', text('RIFF\u0024\u0000\u0000\u0000WAVEfmt ')],
  ['a HEIC picture', text('\u0000\u0000\u0000\u0018ftypheic')],
  ['a video recording (MP4)', text('\u0000\u0000\u0000\u0020ftypmp42')],
  ['a sound recording (M4A)', text('\u0000\u0000\u0000\u0020ftypM4A ')],
  ['the transcript of a recording', text('WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nWelcome\n')],
  ['a chat saved from Zoom', text('14:05:33 From  Dana Levi  to  Everyone:\n\tHow much is it?\n')],
  ['a Word document (docx)', text('PK\u0003\u0004..........[Content_Types].xml.....word/document.xml')],
  ['a PowerPoint presentation (pptx)', text('PK\u0003\u0004..........[Content_Types].xml.....ppt/presentation.xml')],
  [
    'an OpenDocument spreadsheet (ods)',
    text('PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
  ],
  ['an RTF document', text('{\\rtf1\\ansi Dear all')],
  ['a JSON file', text('{"registrants": []}')],
  ['a JSON file', text(' [\n  {"email": "dana@kiwi.example"}]')],
  ['an XML file', text('<?xml version="1.0"?><report/>')],
  ['a calendar entry', text('BEGIN:VCALENDAR\nVERSION:2.0\n')],
  ['a web page', text('\n<!doctype html><title>Sign in</title>')],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x74, 0])],
  ['UTF-16', new Uint8Array([...'Attendee Report,'].flatMap((letter) => [letter.charCodeAt(0), 0]))],
])('%s is named, and where to download the report is said', (what, content) => {
  const refusal = refusalOf(content)
  expect(refusal.message).toContain(what)
  expect(refusal.message).toContain('Reports > Webinar')
  expect(refusal.details).toEqual({ file: 'report.csv', line: 1, column: 1 })
})

test('what an archive is shows at its end where the head does not say it', () => {
  const workbook = text(`PK\u0003\u0004${'.'.repeat(100_000)}xl/workbook.xml`)
  expect(refusalOf(workbook).message).toContain('an Excel workbook (xlsx)')
})

test('bytes in a picture that would break a table disturb nobody', () => {
  const picture = new Uint8Array(5_000).map((_, i) => (i * 131) % 251)
  picture.set([0x89, 0x50, 0x4e, 0x47])
  expect(refusalOf(picture).message).toContain('a PNG picture')
})

test.each([
  'Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants',
  'Topic,ID,Host,Email,Type,Start time,End time,Duration (minutes),Participants',
])("Zoom's list of meetings is recognised, and what to download instead is said: %s", (header) => {
  const refusal = refusalOf(`${header}\r\nWeekly,842 1190 5573,Dana,dana@almond.example,,,No,x,y,z,9,4\r\n`)
  expect(refusal.message).toMatch(/list of meetings \(Reports > Usage\).*Instead, download the Attendee Report/)
  expect(refusal.details).toMatchObject({ line: 1, column: 1 })
})

const teams = [
  '1. Summary\nMeeting title\tRipe fruit\nAttended participants\t2\n\n2. Participants\nName\tFirst Join\tLast Leave\n',
  'Meeting Summary\nTotal Number of Participants\t2\n\nFull Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n',
  'Full Name,User Action,Timestamp\nDana Levi,Joined,"4/13/2022, 7:56:32 AM"\n',
]
const utf16 = (content: string) =>
  new Uint8Array([0xff, 0xfe, ...[...content].flatMap((sign) => [sign.charCodeAt(0), 0])])

const others: [platform: string, content: string | Uint8Array][] = [
  ...teams.map((content) => ['Microsoft Teams', content] as [string, string]),
  ...teams.map((content) => ['Microsoft Teams', utf16(content)] as [string, Uint8Array]),
  [
    'Microsoft Teams',
    'SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role\n1,2,Dana,x,y,Joined,z\n',
  ],
  [
    'GoTo Webinar',
    'Attended,Interest Rating,Last Name,First Name,Email Address\nYes,80,Levi,Dana,dana@almond.example\n',
  ],
  [
    'Livestorm',
    'Email,First name,Last name,Attendance rate,Attendance duration\ndana@almond.example,Dana,Levi,80,2400\n',
  ],
]

test.each(others)('what %s writes is named, and what Ripen reads today', (platform, content) => {
  const { message } = refusalOf(content)
  expect(message).toContain(platform)
  expect(message).toMatch(/Today Ripen reads the reports of Zoom webinars: download the Attendee Report/)
})

test.each(['', '\ufeff', '\ufeff\ufeff\r\n', ' \n\n', ',,,\n,,\n'])('an empty file is refused: %j', (content) => {
  const refusal = refusalOf(content)
  expect(refusal.message).toContain('The file is empty')
  expect(refusal.details).toEqual({ file: 'report.csv', line: 1, column: 1 })
})

test('bytes that are no UTF-8 are refused with their line and cell, and with what happened to the file', () => {
  const report = attendeeReport({ attendees: [one, 'Yes,XX,Dana'] })
  for (const [windows, name] of [
    [1255, [0xe3, 0xf0]],
    [1252, [0x4a, 0xfc]],
  ] as const) {
    const content = text(report)
    content.set(name, report.indexOf('XX'))
    const refusal = refusalOf(content)
    expect(refusal.message).toContain(`Windows-${windows}`)
    expect(refusal.message).toContain('CSV UTF-8')
    expect(refusal.details).toEqual({ file: 'report.csv', line: 8, column: 2 })
  }
})

test.each([
  ['참석자 보고서,\nx,y\n', 'Korean'],
  ['투표 보고서\n', 'Korean'],
  ['Teilnehmerbericht\n', 'German'],
  ['Umfragebericht,,,\n', 'German'],
  ['דוח משתתפים,\n', 'Hebrew'],
  ['投票レポート\n', 'Japanese'],
  ['Informe de asistentes,\n', 'Spanish'],
  ['Rapport de sondage,\n', 'French'],
  ['Отчет о вопросах и ответах,\n', 'Russian'],
  ['Raport z ankiety\n', 'Polish'],
  ['Relatório de enquete\n', 'Portuguese'],
])('a title in another language is named, and how to come by the English one is said: %j', (content, name) => {
  const refusal = refusalOf(content)
  expect(refusal.message).toContain(`in ${name} (“${content.split(/[,\n]/)[0]}”)`)
  expect(refusal.message).toMatch(/at the bottom of the Zoom web portal choose English, then open Reports > Webinar/)
  expect(refusal.details).toEqual({ file: 'report.csv', line: 1, column: 1 })
})

test('a poll report of a Korean portal shows by its numbered rows, and its columns are named', () => {
  const content = `개요
생성 시간,회의 주제,회의/웹 세미나 ID,실제 시작 시간
2024.4.24 11:00,POP QUIZ,842 1190 5573,2024.4.24 9:00
1주차 POP QUIZ
#,사용자 이름,이메일 주소,제출 날짜 및 시간,정답은?
1,김하나,hana@quince.example,2024.4.24 9:10,"가
나"
`
  const refusal = refusalOf(content)
  expect(refusal.message).toMatch(/not in English: its columns are “사용자 이름”, “이메일 주소”, “제출 날짜 및 시간”/)
  expect(refusal.details).toEqual({ file: 'report.csv', line: 5, column: 1 })
})

test('a title that is none of any language is named', () => {
  const refusal = refusalOf('Fruit,Colour\nFig,blue\n')
  expect(refusal.message).toMatch(/begins with “Fruit”.*at the bottom of the Zoom web portal.*kind zoom-qa/)
})

test('a report that is not of the kind that was asked for is refused, naming both', () => {
  const refusal = refusalOf(fixture('registrations-2026.csv'), { kind: 'zoom-attendees' })
  expect(refusal.message).toMatch(/Zoom Registration Report \(kind zoom-registrations\).*“zoom-attendees”/)
  expect(refusal.details).toEqual({ file: 'report.csv', line: 1, column: 1 })
  expect(refusalOf(attendeeReport({}), { kind: 'teams-attendance' }).message).toContain('“teams-attendance”')
})

test('a report that a spreadsheet saved as one column is recognised', () => {
  const content = attendeeReport({ attendees: [one] })
    .split('\n')
    .map((line) => `"${line.replaceAll('"', '""')}"`)
    .join('\r\n')
  expect(refusalOf(content).message).toMatch(/Attendee Report was saved again by a spreadsheet.*one cell/)
})

test('the report of a meeting is refused', () => {
  const refusal = refusalOf(attendeeReport({}).replace('Webinar ID', 'Meeting ID'))
  expect(refusal.message).toContain('of a meeting, not of a webinar')
  expect(refusal.details).toEqual({ file: 'report.csv', line: 4, column: 2 })
})

test.each([
  ['8.42119E+10', /“8.42119E\+10” is no webinar ID; a spreadsheet may have rounded it/],
  ['', /The webinar ID is missing/],
])('a webinar ID "%s" is refused with its cell', (id, words) => {
  const refusal = refusalOf(attendeeReport({ id }))
  expect(refusal.message).toMatch(words)
  expect(refusal.details).toEqual({ file: 'report.csv', line: 4, column: 2 })
})

test('a report without the line of topic and ID is refused', () => {
  const refusal = refusalOf('Attendee Report,\nAttendee Details,\nEmail,Join Time,Leave Time\n')
  expect(refusal.message).toContain('Topic and Webinar ID is missing')
})

test('a table without a column that is needed is refused with its line, naming the column', () => {
  const refusal = refusalOf(
    attendeeReport({ header: attendeeHeader.replace('Leave Time', 'Gegangen um'), attendees: [one] }),
  )
  expect(refusal.message).toMatch(/“attendee details” has no column “leave time”/)
  expect(refusal.details).toEqual({ file: 'report.csv', line: 6, column: 1 })
})

test('a table without the row of column names is refused with its line', () => {
  const refusal = refusalOf(attendeeReport({ header: one, attendees: [one] }))
  expect(refusal.message).toContain('has no row with the names of its columns')
  expect(refusal.details).toEqual({ file: 'report.csv', line: 6, column: 1 })
})

test('a quotation mark that is never closed is refused with the line and cell in which it opens', () => {
  const refusal = refusalOf(attendeeReport({ attendees: [one, 'Yes,Tom,"Tom,,tom@quince.example', one] }))
  expect(refusal.message).toContain('quotation mark')
  expect(refusal.details).toEqual({ file: 'report.csv', line: 8, column: 3 })
})

test('a wrong file is refused before its time zone is asked for', () => {
  const refusal = refusalOf('Performance Report\n', { timezone: undefined })
  expect(refusal.message).toContain('Performance Report')
})
