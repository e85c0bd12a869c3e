// `npm start`: the dashboard, built where it is older than its sources, and the server.
import { buildWeb } from '../../../web/build.ts'
import { runServer } from './process.ts'

try {
  if ((await buildWeb()) === 'built') process.stdout.write('The dashboard was built.\n')
} catch (error) {
  const why = error instanceof Error ? error.message : error
  process.stderr.write(`The dashboard could not be built; Ripen starts with what there is. ${why}\n`)
}
await runServer()
