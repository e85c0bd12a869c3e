import type { Company, House } from '../../http/company.ts'
import { zoomRun } from '../../zoom-run.ts'
import type { Ids } from './kinds.ts'

type Send = <T>(method: string, path: string, body?: unknown) => Promise<T>
type Listed = { items: { id: string }[] }

/**
 * Fills a workspace with one of everything, and gives an id of each kind. `as`: whose words stand in it; `times`: of what
 * is counted from 1 there are so many, so that the last number of one workspace is none of another that has fewer.
 */
export async function filled(
  house: House,
  company: Company,
  { as, times }: { as: (text: string) => string; times: number },
): Promise<Ids> {
  const send: Send = async <T>(method: string, path: string, body: unknown = {}) => {
    const answer = await house.send(company, method, path, method === 'GET' ? undefined : body)
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return (answer.status === 204 ? {} : await answer.json()) as T
  }
  for (const { body } of zoomRun(12)) await house.hook(company, as(body))
  for (let i = 0; i < 3 * times; i++) await house.hook(company, as(`{"topic":"${i}`))
  company.settle()
  const [webinar] = (await send<Listed>('GET', '/webinars')).items
  return {
    ...(await peopleOf(send, times)),
    ...(await jobsOf(house, company, send, times)),
    ...(await roomOf(send, webinar!.id)),
    ...(await teamOf(send, as)),
    ...(await alertsOf(send, company, as)),
    webinar: webinar!.id,
    source: await lastSource(send, times),
    account: (await send<{ items: { account: { id: string } }[] }>('GET', '/accounts')).items[0]!.account.id,
    delivery: await lastDelivery(send),
  }
}

async function peopleOf(send: Send, times: number) {
  const people = (await send<Listed>('GET', '/people?limit=50')).items.map(({ id }) => id)
  let merge = 0
  for (let i = 0; i < times; i++)
    merge = (await send<{ merge: number }>('POST', `/people/${people[i]}/merge`, { into: people[7 - i] })).merge
  return { person: people[times - 1]!, otherPerson: people[3]!, merge: String(merge) }
}

/** Jobs know each other by what was asked, so each workspace asks something else. One that is refused is there all the same. */
async function jobsOf(house: House, company: Company, send: Send, times: number) {
  const { model } = await send<{ model: object }>('GET', '/model')
  const asked = { ...model, followUpDays: 10 + times }
  await send('PUT', '/model/draft', { model: asked })
  for (const what of ['preview', 'backtest', 'suggest']) {
    await house.send(company, 'POST', `/model/${what}`, asked)
  }
  const started = (kind: string) => [...company.ws.jobs.keys()].find((id) => id.startsWith(kind))!
  return { preview: started('preview_'), backtest: started('backtest_'), suggestion: started('suggest') }
}

/** Somebody in the room of whom nobody knows who they are, and the sheet that says so. */
async function roomOf(send: Send, webinar: string) {
  const media = { kind: 'file', address: `https://media.example/${webinar}.mp4` }
  await send('PUT', `/webinars/${webinar}/replay`, media)
  type Sheet = { id: string; result: { unidentified: { items: { connections: { connection: string }[] }[] } } }
  const { id: sheet, result } = await send<Sheet>('GET', `/webinars/${webinar}/reconciliation`)
  return { sheet, connection: result.unidentified.items[0]!.connections[0]!.connection }
}

async function teamOf(send: Send, as: (text: string) => string) {
  const { key } = await send<{ key: { id: string } }>('POST', '/api-keys', { name: as('First1'), scopes: ['read'] })
  const given = { email: as('dana@firm1.example'), name: as('First2'), role: 'sales' }
  const { member } = await send<{ member: { id: string } }>('POST', '/members', given)
  return { apiKey: key.id, member: member.id }
}

/** A raised hand that a rule tells of by a channel. */
async function alertsOf(send: Send, company: Company, as: (text: string) => string) {
  const { id: segment } = await send<{ id: string }>('POST', '/segments', {
    name: as('First3'),
    filters: { stage: ['lead'] },
  })
  const hook = { kind: 'webhook', name: as('First4'), address: `https://${as('firm1')}.example/in` }
  const { id: channel } = await send<{ id: string }>('POST', '/channels', hook)
  Object.assign(company.ws, { address: () => 'http://ripen.example' })
  const when = { every: 'day', at: '08:00' }
  const asked = { name: as('First6'), when, segment, channel }
  const { id: schedule } = await send<{ id: string }>('POST', '/schedules', asked)
  const rule = { name: as('First5'), on: 'raises_hand', channels: [channel] }
  const { id: alertRule } = await send<{ id: string }>('POST', '/alert-rules', rule)
  await send('POST', '/activities', {
    ...{
      specversion: '1.0',
      id: 'hand',
      source: 'crm',
      type: 'meeting.booked',
      time: new Date(company.ws.now()).toISOString(),
    },
    data: { person: { email: as('person1@firm1.example') } },
  })
  company.settle()
  const { items } = await send<{ items: { id: string; sends: { id: string }[] }[] }>('GET', '/alerts')
  await send('POST', `/schedules/${schedule}/run`)
  return { segment, schedule, channel, alertRule, alert: items[0]!.id, send: items[0]!.sends[0]!.id }
}

async function lastSource(send: Send, times: number): Promise<string> {
  for (let i = 1; i < times; i++) await send('POST', '/sources', { platform: 'zoom' })
  return (await send<Listed>('GET', '/sources')).items.at(-1)!.id
}

async function lastDelivery(send: Send): Promise<string> {
  const numbers = (await send<Listed>('GET', '/quarantine')).items.map(({ id }) => Number(id.slice(1)))
  return `d${Math.max(...numbers)}`
}
