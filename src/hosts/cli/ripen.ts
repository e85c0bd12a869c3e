// `npm run -s ripen -- <command>`: carried out by the server that holds the data, else by this process.
import { runCommand } from './run-command.ts'

const terminal = process.stderr.isTTY

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  print: (text) => void process.stdout.write(`${text}\n`),
  say: (words) => void process.stderr.write(`${words}\n`),
  progress(line) {
    if (terminal) process.stderr.write(`\r\u001b[K${line ?? ''}`)
    else if (line !== null) process.stderr.write(`${line}\n`)
  },
})
