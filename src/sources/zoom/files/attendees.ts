import type { Interval } from '../../../domain/interval.ts'
import type { Statement } from '../../../domain/statement.ts'
import { together, type Words } from '../../../domain/words.ts'
import { refuse } from '../../refuse.ts'
import type { Order } from '../../stamp.ts'
import { cleanText } from '../../text.ts'
import { type Connection, connectionsOf, numberOf } from './connections.ts'
import { fitsMinutes, intervalOf } from './interval.ts'
import { type DateCell, dateCell, momentsOf, orderOf, whyUseless } from './order.ts'
import { contradictionsOf } from './printed.ts'
import { type FileReading, Gathering, longestText, type Setting, webinarIdOf } from './reading.ts'
import { registrationStatements, stateOf, whyNobody } from './registrant.ts'
import { runningOf, runningStatements } from './running.ts'
import type { Report } from './sections.ts'
import { attendeeTotals } from './totals.ts'
import { part, reason, refusal, warning } from './words.ts'

/** Reads an Attendee Report: who registered, who was in the room from when to when, and who ran it. */
export function readAttendees(report: Report, setting: Setting): FileReading {
  return new AttendeeReading(report, setting).read()
}

class AttendeeReading {
  private readonly report: Report
  private readonly setting: Setting
  private readonly connections: Connection[]
  private readonly order: Order
  private readonly running: Interval
  private readonly generatedAt: number | undefined
  private readonly decidedAt: number
  private readonly webinar
  private readonly prefix: string
  private readonly gathering = new Gathering()
  private readonly intervals = new Map<Connection, Interval>()
  private readonly repeats = new Map<string, number>()
  private readonly promoted: ReadonlySet<string>

  constructor(report: Report, setting: Setting) {
    const { file, zone } = setting
    this.report = report
    this.setting = setting
    const platformId = webinarIdOf(report, setting)
    const generated = dateCell(report.generated)
    const started = dateCell(report.about('actual start time'))
    const duration = (numberOf(report.about('actual duration (minutes)').text) ?? 0) * 60_000
    this.connections = connectionsOf(report, file)
    const printed = { generated, started, duration, connections: this.connections }
    const cells = this.connections.flatMap(({ joined, left, registered }) => [joined, left, registered])
    this.order = orderOf([generated, started, ...cells], (order) => contradictionsOf(printed, order), file)
    if (typeof started.stamp?.[this.order] !== 'number') {
      const why = whyUseless(started, part('actualStart'))
      refuse(refusal('noDayThen', { why }), { file, ...started })
    }
    this.running = runningOf(printed, this.order, zone)
    this.generatedAt = momentsOf(generated, this.order, zone)[0]
    this.decidedAt = this.generatedAt ?? this.running.to
    this.webinar = { platform: 'zoom', platformId, instance: `report/${this.running.from}` }
    this.prefix = `zoom/${platformId}/report/${this.running.from}`
    this.promoted = promotedOf(this.connections)
  }

  read(): FileReading {
    const { gathering, connections, report } = this
    const topic = cleanText(report.about('topic').text, longestText)
    const { webinar, prefix, running, setting } = this
    gathering.addAll(runningStatements(prefix, webinar, running, { topic, kind: setting.webinarKind }))
    for (const connection of connections) {
      const reasons = [this.takeRegistration(connection), this.takeStaff(connection), this.takePresence(connection)]
      const [first, ...others] = reasons.filter((why) => why !== null)
      if (first) gathering.skip(connection.line, together([first, ...others], both))
    }
    const { statements, skipped } = gathering
    const warnings = [
      ...report.warnings,
      ...this.warnings(),
      ...gathering.warnings(),
      ...attendeeTotals(report, connections, this.intervals),
    ]
    return {
      kind: 'zoom-attendees',
      webinar: { ...this.webinar, topic: topic || null },
      rows: connections.length,
      ...(this.generatedAt !== undefined && { generatedAt: this.generatedAt }),
      statements,
      skipped,
      warnings,
    }
  }

  private takeRegistration({ registered, registrant, address, line }: Connection): Words | null {
    if (!registered.text) return null
    if (!registrant) return reason('registration', { why: whyNobody(address) })
    const [registeredAt] = this.moments(registered)
    if (registeredAt === undefined) return reason('registration', { why: whyUseless(registered, part('registered')) })
    if (!stateOf(registrant.status)) this.gathering.note('status', line)
    const { prefix, webinar, decidedAt } = this
    this.gathering.addAll(registrationStatements(registrant, { prefix, webinar, registeredAt, decidedAt }))
    return null
  }

  private takeStaff({ role, email }: Connection): Words | null {
    if (role !== 'host' && role !== 'panelist') return null
    if (!email) return reason('unnamedStaff', { role: part(role) })
    if (role === 'panelist' && this.promoted.has(email)) return null
    const { prefix, webinar, running } = this
    const person = { platform: 'zoom', email }
    this.gathering.add({
      id: `${prefix}/staffed/${role}/${email}`,
      type: 'webinar.staffed',
      time: running.from,
      webinar,
      person,
      data: { role },
    })
    return null
  }

  private takePresence(connection: Connection): Words | null {
    const { role, email, name, attended, registered, line } = connection
    if (!attended) return role === 'attendee' && !registered.text ? reason('neverThere') : null
    if (!email && (role === 'host' || role === 'panelist')) return null
    const interval = this.intervalOf(connection)
    if ('text' in interval) return interval
    if (connection.address && !email) this.gathering.note('address', line)
    this.intervals.set(connection, interval)
    const { from: joinedAt, to: leftAt } = interval
    const key = `${joinedAt}/${leftAt}/${email ? `e:${email}` : `n:${name}`}`
    const index = this.repeats.get(key) ?? 0
    this.repeats.set(key, index + 1)
    const statement: Statement = {
      id: `${this.prefix}/attended/${index}/${key}`,
      type: 'webinar.attended',
      time: leftAt,
      webinar: this.webinar,
      data: { joinedAt, leftAt, ...(name && { name: cleanText(name, longestText) }), evidence: 'report' },
    }
    if (email) statement.person = { platform: 'zoom', email }
    this.gathering.add(statement)
    return null
  }

  /** The stay, or why there is none. */
  private intervalOf({ joined, left, minutes, line }: Connection): Interval | Words {
    const [joins, leaves] = [this.moments(joined), this.moments(left)]
    if (joins.length === 0) return whyUseless(joined, part('joined'))
    if (leaves.length === 0) return whyUseless(left, part('left'))
    const precise = joined.stamp!.precise && left.stamp!.precise
    const interval = intervalOf(joins, leaves, { minutes, precise, running: this.running })
    if (!interval) return reason('leavesFirst', { left: left.text, joined: joined.text })
    if (minutes !== null && !fitsMinutes(interval, minutes, precise)) this.gathering.note('minutes', line)
    return interval
  }

  private moments(cell: DateCell): number[] {
    return momentsOf(cell, this.order, this.setting.zone)
  }

  private *warnings(): Generator<Words> {
    const { from, to } = this.running
    const intervals = [...this.intervals.values()]
    if (to > from && intervals.length > 0 && !intervals.some((interval) => interval.from < to && interval.to > from)) {
      yield warning('nobodyInRoom')
    }
  }
}

function both(first: Words, second: Words): Words {
  return reason('both', { first, second })
}

/** Panelists who began as attendees. Having filled in the form without coming that way makes no panelist an attendee. */
function promotedOf(connections: readonly Connection[]): Set<string> {
  const promoted = new Set<string>()
  for (const { role, email, attended, registrant } of connections) {
    const upgraded = registrant?.status === 'upgraded to panelist'
    if (role === 'attendee' && email && (attended || upgraded)) promoted.add(email)
  }
  return promoted
}
