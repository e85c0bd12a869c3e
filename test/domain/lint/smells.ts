import { never } from './never.ts'
import { paid } from './paid.ts'
import type { Fixture } from './parts.ts'
import { reach } from './reach.ts'
import { spoken } from './spoken.ts'
import { twice } from './twice.ts'

/** At least one fixture for each smell, by its name. */
export const fixtures: Record<string, Fixture[]> = { ...paid, ...twice, ...never, ...reach, ...spoken }
