import type { Row } from './row.ts'
import { clock } from './rows/clock.ts'
import { commands } from './rows/commands.ts'
import { diskFull } from './rows/disk-full.ts'
import { exports } from './rows/exports.ts'
import { hostileNames } from './rows/hostile-names.ts'
import { isolation } from './rows/isolation.ts'
import { kill } from './rows/kill.ts'
import { order } from './rows/order.ts'
import { outbound } from './rows/outbound.ts'
import { outbox } from './rows/outbox.ts'
import { overload } from './rows/overload.ts'
import { poison } from './rows/poison.ts'
import { powerCut } from './rows/power-cut.ts'
import { signatures } from './rows/signatures.ts'
import { slowReader } from './rows/slow-reader.ts'
import { stop } from './rows/stop.ts'
import { targets } from './rows/targets.ts'

/** Every row of the battery, in the order in which they are run. */
export const rows: readonly Row[] = [
  kill,
  powerCut,
  diskFull,
  clock,
  order,
  poison,
  targets,
  outbox,
  overload,
  slowReader,
  commands,
  stop,
  signatures,
  outbound,
  isolation,
  exports,
  hostileNames,
]
