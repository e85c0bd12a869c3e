import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, randomAudience, START } from '../laws/histories.ts'
import { runs } from '../laws/seed.ts'
import { randomStatements } from '../laws/statements.ts'
import { shared } from '../shared.ts'
import { makeCompany } from './company.ts'
import { startCloudflare, startNode } from './hosts.ts'
import { audienceTold } from './parity/audience.ts'
import { differences, everythingOf } from './parity/seen.ts'
import { sendAll } from './parity/sending.ts'
import { statementsTold } from './parity/statements.ts'
import { together } from './parity/told.ts'

const perAudience = 5
const asOf = new Date(START + 90 * DAY).toISOString()

const hosts = shared((atEnd) => Promise.all([startNode(atEnd), startCloudflare(atEnd)]), 120_000)

/** So many random histories: four in five are people in shared webinars, the rest are mixed up identities. */
function randomTold() {
  const { seed, numRuns } = runs<unknown>(500)
  const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number) => fc.sample(arbitrary, { seed: seed!, numRuns: count })
  const mixed = Math.ceil(numRuns! / 5)
  const audiences = sample(randomAudience(perAudience), Math.ceil((numRuns! - mixed) / perAudience))
  return together(...audiences.map(audienceTold), ...sample(randomStatements, mixed).map(statementsTold))
}

test('the same histories give the same facts, ledgers, cards and rankings on both hosts', {
  timeout: 900_000,
}, async () => {
  const told = randomTold()
  console.log(`${told.hooks.length} webhooks, ${told.activities.length} activities`)
  const [node, cloudflare] = await Promise.all(
    hosts().map(async (host) => {
      const company = await makeCompany(host, ['--timezone', 'Asia/Jerusalem', '--observes', 'mail,site'])
      const rejected = await sendAll(company, told)
      return { rejected, seen: await everythingOf(company, asOf) }
    }),
  )
  expect(cloudflare!.rejected).toEqual(node!.rejected)
  expect(Object.keys(node!.rejected).length).toBeLessThan(told.activities.length / 100)
  expect(node!.seen.get('/quarantine')).toEqual({ items: [] })
  expect(node!.seen.size).toBeGreaterThan(perAudience * 10)
  expect(differences(node!.seen, cloudflare!.seen)).toEqual([])
})
