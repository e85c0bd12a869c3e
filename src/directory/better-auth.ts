import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Db, Value } from '../store/db.ts'
import { account, session, user, verification } from './schema.ts'

const day = 24 * 60 * 60

export type BetterAuth = ReturnType<typeof openBetterAuth>

/** better-auth on the directory's database; `secret` signs the sessions. */
export function openBetterAuth(db: Db, secret: string) {
  const schema = { user, session, account, verification }
  return betterAuth({
    baseURL: 'http://localhost',
    secret,
    database: drizzleAdapter(drizzleOver(db), { provider: 'sqlite', schema, transaction: false }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: 30 * day, updateAge: day },
    advanced: { cookiePrefix: 'ripen', useSecureCookies: false, ipAddress: { disableIpTracking: true } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

/** Drizzle over the statements of a database, the same on every host; it wants each row as an array of its values. */
function drizzleOver(db: Db) {
  return drizzle(async (sql, values: Value[], method) => {
    const statement = db.prepare(sql)
    if (method === 'run') {
      statement.run(...values)
      return { rows: [] }
    }
    const rows = statement.all(...values).map((row) => Object.values(row))
    return { rows: method === 'get' ? (rows[0] as unknown[]) : rows }
  })
}
