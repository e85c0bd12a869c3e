import { betterAuth } from 'better-auth/minimal'
import type { Db } from '../store/db.ts'
import { betterAuthTables } from './better-auth-tables.ts'

const day = 24 * 60 * 60

export type BetterAuth = ReturnType<typeof openBetterAuth>

/** better-auth on the directory's database; `secret` signs the sessions. */
export function openBetterAuth(db: Db, secret: string) {
  return betterAuth({
    baseURL: 'http://localhost',
    secret,
    database: betterAuthTables(db),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: 30 * day, updateAge: day },
    advanced: { cookiePrefix: 'ripen', useSecureCookies: false, ipAddress: { disableIpTracking: true } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
