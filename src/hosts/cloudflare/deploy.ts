// `npm run deploy:cloudflare`: the dashboard, built where it is older than its sources, and the Worker to Cloudflare.
import { buildWeb } from '../../../web/build.ts'
import { becomeWrangler } from './wrangler.ts'

await buildWeb()
becomeWrangler('deploy', process.argv.slice(2))
