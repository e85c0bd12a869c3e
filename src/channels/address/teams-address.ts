import type { Words } from '../../domain/words.ts'
import type { ReadAddress } from './address.ts'
import { channelAddress as words } from './words.ts'

const WORKFLOWS = /\.(?:logic\.azure\.(?:com|us|cn)|environment\.api\.(?:gov\.)?powerplatform\.(?:com|us|cn))$/
const RETIRED = /(?:^|\.)webhook\.office\.com$|^outlook\.office(?:365)?\.com$/

/** The address of a workflow that posts into a channel or chat of Teams. */
export function teamsAddress(url: URL): ReadAddress | Words {
  const { hostname: host, searchParams, href, protocol } = url
  if (RETIRED.test(host)) return words('teamsRetired', { host })
  if (!WORKFLOWS.test(host)) return words('teamsHost', { host })
  if (protocol !== 'https:') return words('https', { protocol: `${protocol}//` })
  return searchParams.get('sig') ? { address: href, note: null } : words('teamsSignature')
}
