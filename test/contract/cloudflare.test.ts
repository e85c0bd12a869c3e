import { contractOn } from './contract.ts'
import { startCloudflare } from './hosts.ts'

contractOn(startCloudflare)
