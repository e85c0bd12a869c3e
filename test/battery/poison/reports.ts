import { bytesOf, type Payload } from './payload.ts'

const head = [
  'Attendee Report,',
  'Report generated time,"Apr 2, 2026 9:15 AM"',
  'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled registrants,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration',
  '"Ripe or not?",842 1190 5573,"Apr 1, 2026 2:58 PM",63,7,1,5,13,6,Yes',
  'Attendee Details,',
  'Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name',
].join('\n')

/** An ordinary attendee report of so many people. */
export function ordinaryReport(people: number): Payload {
  const rows = Array.from(
    { length: people },
    (_, at) =>
      `Yes,Noa ${at},Noa,Barak ${at},noa${at}@ripe.example,"Mar 17, 2026 09:12:44",approved,"Apr 01, 2026 14:58:02","Apr 01, 2026 16:00:31",63,No,Israel`,
  )
  return { name: `a report of ${people}`, bytes: bytesOf(`\ufeff${head}\n${rows.join('\n')}\n`), unreadable: false }
}
