import { given } from '../sources/text.ts'
import type { FileReading } from '../sources/zoom/files.ts'
import { namesOfSeries } from '../store/webinar-names.ts'
import { type Reading, type ReportFile, readReport, takeReading } from './import-file.ts'
import type { Imported } from './imported.ts'
import { type SaidCounts, type SampledAnswer, saidIn, sampleAnswers } from './sample-answers.ts'
import { type SampledPerson, samplePeople } from './sample-people.ts'
import { seriesNow } from './series.ts'
import type { Workspace } from './workspace.ts'

/**
 * What an import would answer. `known`: Ripen knows the webinar already. `sample`: the first people of the file, or the
 * first that people said, and then `said` counts all of it. `columns` and `questions` say how it was read, to be changed.
 */
export interface Previewed extends Imported {
  known: boolean
  sample: SampledPerson[] | SampledAnswer[]
  said?: SaidCounts
  columns?: FileReading['columns']
  questions?: FileReading['questions']
}

const shown = 5

/**
 * What would become of a report file: it is taken as an import takes it, and all of that undone.
 * Refuses as `importFile` does.
 */
export function previewFile(ws: Workspace, report: ReportFile): Previewed {
  const reading = readReport(ws, report)
  const before = knownWebinars(ws, reading)
  const imported = undone(ws, () => takeReading(ws, report.file, reading, ws.now()))
  const known = imported.webinar !== null && before.has(imported.webinar.id)
  if (reading.kind === 'outcomes' || !reading.said) return { ...imported, known, sample: samplePeople(reading, shown) }
  const { columns, questions } = reading
  return {
    ...imported,
    known,
    sample: sampleAnswers(reading.said, shown),
    said: saidIn(reading.said),
    ...given({ columns, questions }),
  }
}

function knownWebinars(ws: Workspace, reading: Reading): Set<string> {
  if (reading.kind === 'outcomes') return new Set()
  const { platform, platformId } = reading.webinar
  if (namesOfSeries(ws.db, platform, platformId).length === 0) return new Set()
  return new Set(seriesNow(ws, platform, platformId).series.webinars.map(({ id }) => id))
}

/** The result of a job whose transaction is rolled back. */
function undone<T>(ws: Workspace, job: () => T): T {
  const rollback: { result?: T } = {}
  try {
    ws.transaction(() => {
      rollback.result = job()
      throw rollback
    })
  } catch (error) {
    if (error !== rollback) throw error
  }
  return rollback.result!
}
