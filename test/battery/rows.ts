import type { Row } from './row.ts'
import { clock } from './rows/clock.ts'
import { kill } from './rows/kill.ts'
import { order } from './rows/order.ts'
import { overload } from './rows/overload.ts'
import { poison } from './rows/poison.ts'
import { powerCut } from './rows/power-cut.ts'
import { signatures } from './rows/signatures.ts'

/** Every row of the battery, in the order in which they are run. */
export const rows: readonly Row[] = [kill, powerCut, clock, order, poison, overload, signatures]
