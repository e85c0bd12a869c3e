// The first thing that runs in a process of child.ts: takes the input and hands it to the module that was named.
import { once } from 'node:events'

const [input] = await once(process, 'message')
process.once('disconnect', () => process.exit())
const { run } = (await import(process.argv[2]!)) as { run: (input: unknown) => unknown }
const output = await run(input)
if (output !== undefined) process.send!(output as object, () => process.exit())
