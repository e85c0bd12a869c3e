// `npm run battery`: every row in its long form, one after the other. See options.ts for what can be asked.
import { type Options, readOptions, repeatedBy } from './options.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { rows } from './rows.ts'
import { tableOf } from './table.ts'

const began = performance.now()

function say(words: string): void {
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${words}\n`)
}

function optionsOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2), rows)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(2)
  }
}

const options = optionsOrEnd()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
const repeat = repeatedBy(options)
say(`again with: ${repeat}`)
const outcomes: Outcome[] = []
for (const row of options.rows) {
  const progress = (words: string) => say(`${row.number} ${row.name}: ${words}`)
  const outcome = await outcomeOf(row, { size: options.size, seed: options.seed, progress })
  progress(outcome.why === null ? outcome.outcome : `${outcome.outcome}: ${outcome.why}`)
  outcomes.push(outcome)
}
process.stdout.write(
  options.json
    ? `${JSON.stringify({ seed: options.seed, size: options.size, rows: outcomes }, null, 2)}\n`
    : tableOf(outcomes, repeat),
)
process.exit(outcomes.some(({ outcome }) => outcome === 'missed') ? 1 : 0)
