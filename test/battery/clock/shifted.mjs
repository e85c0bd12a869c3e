// Given by NODE_OPTIONS=--import: the clock of all threads is off by as many ms as stand in the file CLOCK, looked up
// again every 20 ms. The program itself has no such switch.
import { existsSync, readFileSync } from 'node:fs'

const file = process.env.CLOCK
const Real = Date
let shift = 0

function look() {
  if (existsSync(file)) shift = Number(readFileSync(file, 'utf8')) || 0
}

look()
setInterval(look, 20).unref()

globalThis.Date = new Proxy(Real, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [Real.now() + shift] : args, self),
  apply: () => new Real(Real.now() + shift).toString(),
  get: (target, name) => (name === 'now' ? () => Real.now() + shift : Reflect.get(target, name)),
})
