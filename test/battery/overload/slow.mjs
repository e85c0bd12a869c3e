// Given by NODE_OPTIONS=--import: storing a delivery takes SLOW_MS longer, as on a bad disk. It sleeps, so that a machine
// with few cores has time left for those who send.
import Database from 'better-sqlite3'

const pause = Number(process.env.SLOW_MS)
const bell = new Int32Array(new SharedArrayBuffer(4))
const { prepare } = Database.prototype

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  if (!sql.startsWith('INSERT INTO delivery')) return statement
  const { run } = statement
  statement.run = function (...values) {
    Atomics.wait(bell, 0, 0, pause)
    return run.apply(this, values)
  }
  return statement
}
