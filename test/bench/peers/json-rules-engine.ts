import { factsByPerson, limits, type PeerFact, type PeerResult, type PeerTask, points, types } from './task.ts'

/** As much of the package as is used; it is not there when types are checked. */
interface RulesEngine {
  Engine: new (rules: object[]) => { run(facts: object): Promise<{ events: { params: { points: number } }[] }> }
}

const packageName = 'json-rules-engine'

/** The same rules in json-rules-engine, one run a person, over the facts as better-sqlite3 reads them. */
export async function run({ database, most }: PeerTask): Promise<PeerResult> {
  const { Engine } = (await import(packageName)) as RulesEngine
  const engine = new Engine(rules)
  const begin = performance.now()
  const result = { people: 0, points: 0 }
  for (const facts of people(database)) {
    const { events } = await engine.run(known(facts))
    for (const { params } of events) result.points += params.points
    if (++result.people === most) break
  }
  return { ...result, seconds: (performance.now() - begin) / 1000 }
}

const rules = [
  rule(points.whole, ['room', 'greaterThanInclusive', limits.whole]),
  rule(points.part, ['room', 'greaterThanInclusive', limits.part], ['room', 'lessThan', limits.whole]),
  rule(points.brief, ['room', 'greaterThan', 0], ['room', 'lessThan', limits.part]),
  rule(points.poll, ['polls', 'greaterThan', 0]),
  rule(points.longVisit, ['visit', 'greaterThanInclusive', limits.longVisit]),
  rule(points.mail, ['mails', 'greaterThan', 0]),
]

function rule(points: number, ...conditions: [string, string, number][]): object {
  const all = conditions.map(([fact, operator, value]) => ({ fact, operator, value }))
  return { conditions: { all }, event: { type: 'points', params: { points } } }
}

function known(facts: readonly PeerFact[]): { room: number; polls: number; visit: number; mails: number } {
  const of = (type: number) => facts.filter((fact) => fact.type === type)
  const [joins, leaves] = [of(types.joined), of(types.left)].map((found) => found.map(({ time }) => time))
  const here = joins!.length > 0 && leaves!.length > 0
  return {
    room: here ? (Math.max(...leaves!) - Math.min(...joins!)) / 1000 : 0,
    polls: of(types.poll).length,
    visit: Math.max(0, ...of(types.visit).map(({ data }) => JSON.parse(data ?? '{}').seconds ?? 0)),
    mails: of(types.mail).length,
  }
}

function* people(database: string): Generator<PeerFact[]> {
  let facts: PeerFact[] = []
  for (const fact of factsByPerson(database)) {
    if (facts.length > 0 && facts[0]!.person !== fact.person) {
      yield facts
      facts = []
    }
    facts.push(fact)
  }
  if (facts.length > 0) yield facts
}
