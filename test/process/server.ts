// What `npm start` runs once the dashboard is built; which the many servers of these tests do not wait for.
import { runServer } from '../../src/hosts/node/process.ts'

await runServer()
