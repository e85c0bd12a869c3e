import type { Part, SegmentFilters } from '../domain/segment-filters.ts'
import type { Value } from './db.ts'
import { numberOfStage, numberOfTemperature } from './stage.ts'

/** Which people of a workspace, with what the filters name as it is stored. */
export interface PeopleSearch {
  model: number
  filters: SegmentFilters
  /** Number of the webinar that the filters name; null where they name none. */
  webinar: number | null
  /** Bits of the topics of buying; null where they ask for none. */
  buying: number | null
  /** Active since, ms UTC. */
  activeFrom: number | null
  /** Of these people alone. */
  among?: readonly number[]
}

/** What a list asks of `p` (an entry of the index by which people are found) and of `c` (the card), as SQL. */
export function wantedOf(search: PeopleSearch): { conditions: string[]; values: Value[] } {
  const { filters, webinar, buying, activeFrom, among } = search
  const { stage, temperature, grade, minScore, maxScore, q, company, domain, attended, mail } = filters
  const conditions: string[] = []
  const values: Value[] = []
  const want = (condition: string, ...wanted: Value[]) => {
    conditions.push(condition)
    values.push(...wanted)
  }
  if (among) want('p.person IN (SELECT value FROM json_each(?))', JSON.stringify(among))
  if (stage) want(`p.stage IN (${stage.map(numberOfStage)})`)
  if (temperature) want(`p.temperature IN (${temperature.map(numberOfTemperature)})`)
  // What no index of places says is asked of the card.
  if (grade) want(`ifnull(${webinar === null ? 'p' : 'c'}.grade, 'none') IN (${grade.map(() => '?')})`, ...grade)
  if (minScore !== undefined) want('p.score_down <= ?', 0 - minScore)
  if (maxScore !== undefined) want('p.score_down >= ?', 0 - maxScore)
  if (domain) want("substr(p.email, 0 - length(?)) IN ('@' || ?, '.' || ?)", `.${domain}`, domain, domain)
  if (attended) want(parts[attended])
  if (mail) want(`c.no_mail = ${mail === 'unwanted' ? 1 : 0}`)
  if (activeFrom !== null) want('c.last_at >= ?', activeFrom)
  const text = q?.toLowerCase()
  if (text) want('(instr(p.email, ?) > 0 OR instr(c.search, ?) > 0)', text, text)
  if (company) want('instr(substr(c.search, instr(c.search, char(10)) + 1), ?) > 0', company.toLowerCase())
  if (buying !== null && webinar === null) want(`p.person IN (${askers})`, search.model, buying)
  if (buying !== null && webinar !== null) want(`${standing} AND s.buying & ? <> 0)`, buying)
  return { conditions, values }
}

const askers = `SELECT person FROM standing INDEXED BY standing_buying WHERE model = ? AND buying <> 0 AND buying & ? <> 0`

const standing = `EXISTS (SELECT 1 FROM standing s
  WHERE s.model = p.model AND s.person = p.person AND s.webinar = p.webinar`

const parts: Record<Part, string> = {
  yes: 'p.attended = 1',
  no: 'p.attended = 0',
  replay: 'p.replayed = 1 AND p.attended = 0',
  watched: 'p.replayed = 1',
  no_show: 'p.no_show = 1',
  registered: `${standing} AND s.registered = 1)`,
}
