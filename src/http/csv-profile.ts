import { z } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import type { CsvProfile } from './csv.ts'

const profiles: CsvProfile[] = ['spreadsheet', 'crm']

/** The query parameter that says how exact a file is. */
export const csvProfile = z
  .string()
  .optional()
  .openapi({ enum: profiles, description: 'Safe to open, or exact values.' })

/** Throws `Refused('invalid')`. */
export function readCsvProfile(asked = 'spreadsheet'): CsvProfile {
  const profile = profiles.find((each) => each === asked)
  if (profile) return profile
  throw new Refused('invalid', `There is no profile "${asked}". There are: ${profiles.join(', ')}.`, {
    field: 'profile',
  })
}
