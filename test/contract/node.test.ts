import { contractOn } from './contract.ts'
import { startNode } from './hosts.ts'

contractOn(startNode)
