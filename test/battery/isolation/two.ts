import { type Company, type House, makeCompany, makeHouseWith } from '../../http/company.ts'
import { type Visitor, visitorOf } from '../../http/visitor.ts'
import { INSTANCE_UUID, WEBINAR_ID } from '../../zoom-run.ts'
import { filled } from './filled.ts'
import type { Ids } from './kinds.ts'

/** In whatever B knows of people and webinars. */
export const marker = 'zanzibarra'

export interface Side {
  company: Company
  ids: Ids
}

export interface Two {
  house: House
  a: Side
  b: Side
  /** The owner of A, who is nobody in B. */
  owner: Visitor
}

/** Two workspaces on one Ripen, filled with the same shapes. B has one more of whatever is counted from 1. */
export async function makeTwo(): Promise<Two> {
  const [a, b] = [makeCompany('aaaa0000'), makeCompany('bbbb0000')]
  const house = makeHouseWith({ asset: async () => new Response('<html></html>') }, a, b)
  return {
    house,
    a: { company: a, ids: await filled(house, a, { as: (text) => text, times: 1 }) },
    b: { company: b, ids: await filled(house, b, { as: marked, times: 2 }) },
    owner: await ownerOf(house, a),
  }
}

/** The same webhook of other people and another webinar. */
function marked(body: string): string {
  return body
    .replaceAll(String(WEBINAR_ID), '89999999999')
    .replaceAll(/"reg(\d+)"/g, `"${marker}$1"`)
    .replaceAll(/@firm(\d+)\.example/gi, `@${marker}$1.example`)
    .replaceAll(/"topic":"[^"]*"/g, `"topic":"All of ${marker}"`)
    .replaceAll(/(First|Last)(\d+)/g, `${marker}$2`)
    .replaceAll(INSTANCE_UUID, 'emFuemliYXJyYS91dWlkPQ==')
}

/** An owner of this workspace and of no other. */
async function ownerOf(house: House, { ws }: Company): Promise<Visitor> {
  const visitor = visitorOf(house)
  const { token } = house.directory.addMember(ws.id, { email: `owner@${ws.id}.example`, name: ws.id, role: 'owner' })
  const answer = await visitor.call('POST', '/setup', { body: { token, password: 'a long enough password' } })
  if (!answer.ok) throw new Error(await answer.text())
  return visitor
}
