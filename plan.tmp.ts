import { openSqlite } from './src/hosts/node/sqlite.ts'
const db = openSqlite('/tmp/seg-million/ws.sqlite')
const q = (sql: string, ...v: any[]) => { console.log(db.prepare('EXPLAIN QUERY PLAN ' + sql).all(...v).map((r: any) => r.detail).join('\n  ')); const b = performance.now(); const rows = db.prepare(sql).all(...v); console.log(rows.length, (performance.now() - b).toFixed(2), 'ms') ; return rows }
const end: any = q("SELECT p.score_down, p.email AS email FROM card p INDEXED BY card_by_score WHERE p.model = ?  ORDER BY p.score_down, p.email LIMIT 1 OFFSET +?", 1, 102)
const e = end[0]
const shown = `c.person, k.id, c.score_down, c.score, c.stage, c.grade, c.temperature, c.velocity, c.email, c.name,
  c.company, c.job_title, c.last_at, c.no_mail`
q(`SELECT ${shown} FROM card p INDEXED BY card_by_score CROSS JOIN card c ON c.model = p.model AND c.person = p.person
    CROSS JOIN person_key k ON k.number = p.person WHERE p.model = ? AND (p.score_down, p.email) <= (?, ?) ORDER BY p.score_down, p.email, k.id LIMIT +?`, 1, e.score_down, e.email, 51)
q(`SELECT count(*) FROM card p INDEXED BY card_by_score CROSS JOIN card c ON c.model = p.model AND c.person = p.person
    CROSS JOIN person_key k ON k.number = p.person WHERE p.model = ? AND (p.score_down, p.email) <= (?, ?)`, 1, e.score_down, e.email)
