import { createAdapterFactory } from 'better-auth/adapters'
import type { Db, Value } from '../store/db.ts'

type CustomAdapter = ReturnType<Parameters<typeof createAdapterFactory>[0]['adapter']>
type Where = NonNullable<Parameters<CustomAdapter['count']>[0]['where']>
type Row = Record<string, Value>

const operators = { eq: 'IS', ne: 'IS NOT', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

/**
 * better-auth's tables in the directory's database, as the migrations make them: a column is called as its field in snake
 * case, a moment is in ms UTC, a yes or no is 1 or 0. Text is compared as it is.
 */
export function betterAuthTables(db: Db) {
  return createAdapterFactory({
    config: {
      adapterId: 'ripen',
      supportsBooleans: false,
      transaction: false,
      customTransformInput: ({ data }) => (data instanceof Date ? data.getTime() : data),
      customTransformOutput: ({ data, fieldAttributes: { type } }) =>
        type === 'date' && typeof data === 'number' ? new Date(data) : data,
    },
    adapter: () => adapterOver(db) as CustomAdapter,
  })
}

function adapterOver(db: Db) {
  const all = (sql: string, values: Value[]) =>
    db
      .prepare<Row>(sql)
      .all(...values)
      .map(fieldsOf)
  const changed = ({ model, where, update }: { model: string; where: Where; update: object }) => {
    const [set, condition] = [columnsOf(update), someOf(where)]
    const sets = set.names.map((name) => `${name} = ?`).join(', ')
    return all(`UPDATE "${model}" SET ${sets} ${condition.sql} RETURNING *`, [...set.values, ...condition.values])
  }
  const deleted = ({ model, where }: { model: string; where: Where }) => {
    const { sql, values } = someOf(where)
    return all(`DELETE FROM "${model}" ${sql} RETURNING *`, values)
  }
  const found = ({ model, where = [], limit, offset = 0, sortBy }: Parameters<CustomAdapter['findMany']>[0]) => {
    const { sql, values } = conditionOf(where)
    const order = sortBy ? `ORDER BY ${columnOf(sortBy.field)} ${sortBy.direction === 'desc' ? 'DESC' : 'ASC'}` : ''
    return all(`SELECT * FROM "${model}" ${sql} ${order} LIMIT +? OFFSET +?`, [...values, limit, offset])
  }
  return {
    async create({ model, data }: { model: string; data: object }) {
      const { names, values } = columnsOf(data)
      const gaps = names.map(() => '?').join(', ')
      return all(`INSERT INTO "${model}" (${names.join(', ')}) VALUES (${gaps}) RETURNING *`, values)[0]!
    },
    findOne: async (asked: { model: string; where: Where }) => found({ ...asked, limit: 1 })[0] ?? null,
    findMany: async (asked: Parameters<CustomAdapter['findMany']>[0]) => found(asked),
    update: async (asked: Parameters<typeof changed>[0]) => changed(asked)[0] ?? null,
    updateMany: async (asked: Parameters<typeof changed>[0]) => changed(asked).length,
    delete: async (asked: Parameters<typeof deleted>[0]) => void deleted(asked),
    deleteMany: async (asked: Parameters<typeof deleted>[0]) => deleted(asked).length,
    async count({ model, where = [] }: { model: string; where?: Where }) {
      const { sql, values } = conditionOf(where)
      return db.prepare<{ count: number }>(`SELECT count(*) AS count FROM "${model}" ${sql}`).get(...values)!.count
    },
  }
}

function columnsOf(fields: object): { names: string[]; values: Value[] } {
  return { names: Object.keys(fields).map(columnOf), values: Object.values(fields) as Value[] }
}

/** The same for what changes rows: without a condition it would be a whole table, so it throws. */
function someOf(where: Where): ReturnType<typeof conditionOf> {
  if (where.length === 0) throw new Error('No change of a whole table')
  return conditionOf(where)
}

/** Throws for what better-auth asks of no table here: part of a text, and text whatever its case. */
function conditionOf(where: Where): { sql: string; values: Value[] } {
  const parts = where.map(({ field, operator, value, connector, mode }, index) => {
    const before = index === 0 ? 'WHERE' : connector
    const column = columnOf(field)
    if (mode === 'insensitive') throw new Error(`No comparison of ${field} whatever its case`)
    if (Array.isArray(value) && (operator === 'in' || operator === 'not_in')) {
      const gaps = value.map(() => '?').join(', ')
      return { sql: `${before} ${column} ${operator === 'in' ? 'IN' : 'NOT IN'} (${gaps})`, values: value as Value[] }
    }
    const sign = operators[operator as keyof typeof operators]
    if (!sign) throw new Error(`No "${operator}" of ${field}`)
    return { sql: `${before} ${column} ${sign} ?`, values: [value as Value] }
  })
  return { sql: parts.map(({ sql }) => sql).join(' '), values: parts.flatMap(({ values }) => values) }
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function fieldsOf(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  )
}
