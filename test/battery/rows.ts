import type { Row } from './row.ts'

/** Every row of the battery, in the order in which they are run. */
export const rows: readonly Row[] = []
