/** Anything that reads rows by SQL. */
export interface Reads {
  prepare(sql: string): { all(): unknown[] }
}

const person = '(SELECT c.text FROM person_key k JOIN person_key c ON c.number = k.person WHERE k.number = f.key)'
const name = "(SELECT n.platform || ' ' || n.platform_id || ' ' || n.name FROM webinar_name n WHERE n.number = f.name)"

const queries = {
  facts: `SELECT hex(id) AS id, ${person} AS person, ${name} AS webinar, type, time, data, profile FROM fact f ORDER BY id`,
  conflicts:
    'SELECT hex(f.id) AS id, c.content FROM fact_conflict c JOIN fact f ON f.number = c.fact ORDER BY f.id, c.content',
  people: 'SELECT k.text, c.text AS person FROM person_key k JOIN person_key c ON c.number = k.person ORDER BY k.text',
  webinars: 'SELECT platform, platform_id, name FROM webinar_name ORDER BY platform, platform_id, name',
}

/** Everything that is stored of facts and people, without the numbers of rows, as lines. */
export function storedLines(db: Reads): string[] {
  return Object.entries(queries).flatMap(([what, sql]) =>
    db
      .prepare(sql)
      .all()
      .map((row) => `${what} ${JSON.stringify(row)}`),
  )
}
