// Commits as fast as it can and writes down each time how far it has come, until it is killed.
import { openMarked } from '../../src/hosts/node/marked.ts'
import { Watermark } from '../../src/hosts/node/watermark.ts'

const path = process.argv[2]!
const db = openMarked(path, [])
const watermark = new Watermark(db, path)
db.exec('CREATE TABLE IF NOT EXISTS t (x BLOB) STRICT')
setInterval(() => {
  db.transaction(() => db.prepare('INSERT INTO t (x) VALUES (randomblob(2000))').run())
  db.relaxed(() => db.prepare('UPDATE t SET x = randomblob(1000) WHERE rowid = 1').run())
  watermark.note()
  process.stdout.write('.')
}, 1)
