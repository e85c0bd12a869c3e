// Given by NODE_OPTIONS=--import: each thread tells of every 5 ms tick for which it had to compute long, into the file
// STALLS, and when STALLS.ask holds another number, how much memory it keeps when all that is garbage is gone.
// Computing time and not time: on a machine that others use too, a thread stands still for reasons that are not its own.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

const file = process.env.STALLS
const thread = isMainThread ? 'front' : 'workspaces'
const least = 15
let before = process.threadCpuUsage()
let asked = ''

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

setInterval(() => {
  const { user, system } = process.threadCpuUsage(before)
  const ms = (user + system) / 1000
  if (ms > least) appendFileSync(file, `${JSON.stringify({ thread, ms, at: Date.now() })}\n`)
  before = process.threadCpuUsage()
}, 5).unref()

setInterval(() => {
  if (!existsSync(`${file}.ask`)) return
  const ask = readFileSync(`${file}.ask`, 'utf8')
  if (ask === asked) return
  asked = ask
  collect()
  const { heapUsed, external } = process.memoryUsage()
  writeFileSync(`${file}.${thread}`, JSON.stringify({ ask, bytes: heapUsed + external }))
}, 200).unref()
