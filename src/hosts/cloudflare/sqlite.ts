import { Refused } from '../../domain/refusal.ts'
import type { Db, Statement, Value } from '../../store/db.ts'

const failures =
  /SQLITE_(FULL|IOERR|BUSY|LOCKED|NOMEM|READONLY|CANTOPEN|CORRUPT|NOTADB|TOOBIG)|storage (?:limit|operation)/i

/**
 * The database of a Durable Object. What is written counts as stored when it lies with several machines: until then the
 * platform holds back every answer, so there is no commit that would not wait for the disk.
 */
export function openSqlite(storage: DurableObjectStorage): Db {
  const { sql } = storage
  const prepared = new Map<string, Statement<unknown>>()
  const transaction = <T>(run: () => T): T => refusing(() => storage.transactionSync(run))
  return {
    prepare<Row>(text: string): Statement<Row> {
      const known = prepared.get(text) ?? statementOf(sql, text)
      prepared.set(text, known)
      return known as Statement<Row>
    },
    exec: (text) => void sql.exec(text),
    transaction,
    relaxed: transaction,
  }
}

/** The platform keeps what it has prepared, by the text. */
function statementOf(sql: DurableObjectStorage['sql'], text: string): Statement<unknown> {
  const all = (...values: Value[]) => sql.exec(text, ...values).toArray()
  return { all, get: (...values) => all(...values)[0], run: (...values) => void all(...values) }
}

function refusing<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof Error && !(error instanceof Refused) && failures.test(error.message))
      throw new Refused('unavailable', `The database cannot store anything now: ${error.message}`)
    throw error
  }
}
