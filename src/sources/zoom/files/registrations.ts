import type { WebinarName } from '../../../domain/statement.ts'
import { refuse } from '../../refuse.ts'
import type { Order } from '../../stamp.ts'
import { addressOf, cleanText } from '../../text.ts'
import { columnsOf } from './columns.ts'
import { numberOf } from './connections.ts'
import { type DateCell, dateCell, momentsOf, orderOf, whyUseless } from './order.ts'
import { type FileReading, Gathering, longestText, type Setting, webinarIdOf } from './reading.ts'
import { type Registrant, registrantOf, registrationStatements, stateOf, whyNobody } from './registrant.ts'
import { kindStatements } from './running.ts'
import type { Report } from './sections.ts'
import { registrationTotals } from './totals.ts'
import { part, refusal } from './words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Reads a Registration Report: who signed up for the webinar that is scheduled at the time it prints. */
export function readRegistrations(report: Report, setting: Setting): FileReading {
  const { file, zone, webinarKind } = setting
  const platformId = webinarIdOf(report, setting)
  const printed = printedIn(report, file)
  const { generated, scheduled, durationMinutes, entries } = printed
  const cells = [generated, scheduled, ...entries.map(({ registered }) => registered)]
  const order = orderOf(cells, (order) => contradictionsOf(printed, order), file)
  const momentOf = (cell: DateCell) => momentsOf(cell, order, zone)[0]
  const startsAt = momentOf(scheduled)
  if (scheduled.text && startsAt === undefined) {
    const why = whyUseless(scheduled, part('scheduled'))
    refuse(refusal('noDayYet', { why }), { file, ...scheduled })
  }
  const webinar: WebinarName = { platform: 'zoom', platformId, ...(startsAt && { at: startsAt }) }
  const prefix = `zoom/${platformId}/${startsAt ? `at/${startsAt}` : 'next'}`
  const topic = cleanText(report.about('topic').text, longestText)
  const times = entries.map(({ registered }) => momentOf(registered))
  const asOf = momentOf(generated) ?? startsAt ?? times.reduce<number>((latest, time) => Math.max(latest, time ?? 0), 0)
  const gathering = new Gathering()
  gathering.add({
    id: `${prefix}/scheduled/${durationMinutes}/${topic}`,
    type: 'webinar.scheduled',
    time: asOf,
    webinar,
    data: {
      ...(startsAt && { startsAt }),
      ...(durationMinutes && { durationMinutes }),
      ...(topic && { topic }),
    },
  })
  gathering.addAll(kindStatements(prefix, webinar, asOf, webinarKind))
  for (const [i, { line, registrant, registered, address }] of entries.entries()) {
    const registeredAt = times[i]
    if (!registrant) gathering.skip(line, whyNobody(address))
    else if (registeredAt === undefined) gathering.skip(line, whyUseless(registered, part('registered')))
    else {
      if (!stateOf(registrant.status)) gathering.note('status', line)
      gathering.addAll(registrationStatements(registrant, { prefix, webinar, registeredAt, decidedAt: asOf }))
    }
  }
  const { statements, skipped } = gathering
  const registrants = entries.flatMap(({ registrant }) => registrant ?? [])
  const warnings = [...report.warnings, ...gathering.warnings(), ...registrationTotals(report, registrants)]
  return {
    kind: 'zoom-registrations',
    webinar: { ...webinar, topic: topic || null },
    rows: entries.length,
    statements,
    skipped,
    warnings,
  }
}

interface Entry {
  line: number
  address: string
  registered: DateCell
  registrant: Registrant | null
}

interface Printed {
  generated: DateCell
  scheduled: DateCell
  durationMinutes: number
  entries: Entry[]
}

function printedIn(report: Report, file: string): Printed {
  const entries: Entry[] = []
  for (const section of report.sections) {
    if (section.title !== 'attendee details') continue
    const columns = columnsOf(section, ['email', 'registration time'], file)
    for (const row of section.rows) {
      const address = columns.cell(row, 'email').text
      const email = addressOf(address)
      const registered = dateCell(columns.cell(row, 'registration time'))
      entries.push({
        line: row.line,
        address,
        registered,
        registrant: email ? registrantOf(row, columns, email) : null,
      })
    }
  }
  return {
    generated: dateCell(report.generated),
    scheduled: dateCell(report.about('scheduled time')),
    durationMinutes: numberOf(report.about('duration (minutes)').text) ?? 0,
    entries,
  }
}

/** How often the times contradict each other when read in an order. */
function contradictionsOf({ generated, scheduled, durationMinutes, entries }: Printed, order: Order): number {
  const made = generated.stamp?.[order] ?? Infinity
  const end = (scheduled.stamp?.[order] ?? Infinity) + durationMinutes * minute
  const times = entries.map(({ registered }) => registered.stamp?.[order] ?? null)
  return times.filter((time) => time !== null && (time > made + hour || time > end + day)).length
}
