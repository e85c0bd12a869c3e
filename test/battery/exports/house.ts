import { Chance } from '../../../src/demo/chance.ts'
import type { Profile } from '../../../src/domain/profile.ts'
import type { Statement } from '../../../src/domain/statement.ts'
import { callerHeader } from '../../../src/http/caller.ts'
import { createWorkspaceApp } from '../../../src/http/workspace/app.ts'
import { ingest } from '../../../src/workspace/ingest.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { hostilePhone, hostileValue } from './hostile.ts'

/** What somebody said of themselves, by their address. */
export type Said = Map<
  string,
  Required<Pick<Profile, 'firstName' | 'lastName' | 'company' | 'jobTitle' | 'country' | 'phone'>>
>

/** A workspace of people who said hostile things of themselves, and the files that it gives out. */
export function houseOfHostile(seed: number, people: number) {
  const now = Date.UTC(2026, 4, 12, 14)
  const { ws } = makeWorkspace(now)
  const chance = new Chance(`exports ${seed}`)
  const said: Said = new Map()
  const statements: Statement[] = []
  for (let number = 0; number < people; number++) {
    const email = `person${number}@kiwi.example`
    const value = () => hostileValue(chance, number)
    const profile = {
      ...{ firstName: value(), lastName: value(), company: value(), jobTitle: value(), country: value() },
      phone: hostilePhone(chance, number),
    }
    said.set(email, profile)
    statements.push({
      ...{ id: `said/${number}`, type: 'profile.updated', time: now - 1000, person: { email }, profile, data: {} },
    } as Statement)
  }
  for (let from = 0; from < people; from += 500)
    ws.transaction(() => ingest(ws, statements.slice(from, from + 500), now))
  drained(ws)
  const app = createWorkspaceApp(ws, (error) => {
    throw error
  })
  async function file(path: string): Promise<Response> {
    const request = new Request(`http://localhost/api/v1/${path}`, { headers: { [callerHeader]: 'local' } })
    const answer = await app.fetch(request)
    if (answer.status !== 200) throw new Error(`${path} was answered by ${answer.status}: ${await answer.text()}`)
    return answer
  }
  return { said, file }
}
