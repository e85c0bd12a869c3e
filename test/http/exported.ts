import { makeCalendar } from '../../src/domain/calendar.ts'
import { csvDownload } from '../../src/http/csv-download.ts'
import type { About } from '../../src/http/workspace/export/about.ts'
import { type ExportProfile, rankedList, written } from '../../src/http/workspace/export/profiles.ts'
import type { ExportedPerson } from '../../src/workspace/export/people.ts'

/** Dana as she stands in a file, but for what is given. */
export function exportedPerson(given: Partial<ExportedPerson> = {}): ExportedPerson {
  return {
    rank: 1,
    person: {
      id: 'p_1',
      email: 'dana@kiwi.example',
      name: 'Dana Levi',
      company: 'Kiwi',
      jobTitle: 'IT manager',
    },
    score: 84.5,
    webinarPoints: 60,
    grade: 'A',
    stage: 'mql',
    temperature: 'hot',
    velocity: 12,
    attendance: {
      liveSeconds: 2_700,
      replaySeconds: 0,
      share: 0.75,
      evidence: 'webhook',
      replayEvidence: null,
      provisional: false,
      inRoom: false,
    },
    questions: 2,
    pollAnswers: 1,
    buying: ['price', 'trial'],
    lastActivityAt: '2026-04-16T22:30:00.000Z',
    contact: { firstName: 'Dana', lastName: 'Levi', phone: '+972 50-123-4567', country: 'Israel' },
    wantsNoMail: false,
    ...given,
  }
}

export function aboutFile(given: Partial<About> = {}): About {
  return {
    of: 'ranking',
    topic: 'Backup security in 20 minutes',
    day: '2026-04-16',
    modelVersion: 3,
    asOf: '2026-04-20T08:00:00.000Z',
    unsubscribed: false,
    filters: [],
    leftOut: { wantNoMail: 0, withoutEmail: 0 },
    calendar: makeCalendar({ timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: [] }),
    ...given,
  }
}

/** These people as a CSV of a profile. */
export function csvOf(profile: ExportProfile, rows: readonly ExportedPerson[], about: About): Promise<string> {
  const { csv, columns } = written[profile]
  return csvDownload(columns(about, rankedList), rows, 'x', csv).text()
}
