/** The parts of `GET /people/{id}` that are told. */
export interface Explained {
  person: { email: string | null; name?: string | null; company?: string | null; jobTitle?: string | null }
  scorecard: {
    score: number
    grade: string | null
    stage: string
    temperature: string
    velocity: number
    ledger: { points: number; at: string; webinarId?: string | null; reason: string }[]
  }
}

export interface WebinarNamed {
  id: string
  topic: string | null
  startsAt: string | null
}

/** The ledger as a page to read: every amount with its running sum, moment in the given zone, reason and webinar. */
export function explainInWords({ person, scorecard }: Explained, webinars: WebinarNamed[], timeZone: string): string {
  const { score, grade, stage, temperature, velocity, ledger } = scorecard
  const who = [person.name, person.email && `<${person.email}>`].filter(Boolean).join(' ')
  const work = [person.jobTitle, person.company].filter(Boolean).join(', ')
  const parts = [temperature, `stage ${stage}`, grade && `grade ${grade}`, velocity && `velocity ${signed(velocity)}`]
  const when = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const topics = new Map(webinars.map(({ id, topic, startsAt }) => [id, named(topic, startsAt, when)]))
  let sum = 0
  const lines = ledger.map(({ points, at, webinarId, reason }) => {
    sum += points
    const about = webinarId ? topics.get(webinarId) : undefined
    const amount = `${signed(points).padStart(7)} ${String(sum).padStart(7)}`
    return `${amount}  ${when.format(new Date(at)).padEnd(19)}  ${reason}${about ? ` [${about}]` : ''}`
  })
  return [
    `${who}${work ? `, ${work}` : ''}`,
    `Score ${score}: ${parts.filter(Boolean).join(', ')}`,
    '',
    ` points     sum  when                why (times in ${timeZone})`,
    ...lines,
    ...(lines.length === 0 ? ['  nothing yet'] : []),
  ].join('\n')
}

function named(topic: string | null, startsAt: string | null, when: Intl.DateTimeFormat): string {
  const day = startsAt ? when.format(new Date(startsAt)).split(',')[0] : null
  return [topic ?? 'a webinar', day].filter(Boolean).join(', ')
}

function signed(points: number): string {
  return points < 0 ? String(points) : `+${points}`
}
