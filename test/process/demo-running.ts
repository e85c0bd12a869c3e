import { created, type Guest, joined, registered, started, type ZoomWebinar } from '../browser/zoom-webinar.ts'
import { signed } from '../zoom-run.ts'
import { newWorkspace, ripen, untilQuiet } from './running.ts'

const minute = 60_000
export const secret = 'kiwi-secret'

/** A guest of the demo who has not come yet. */
export const guest = (name: string): Guest => ({
  name,
  email: `${name.split(' ')[0]!.toLowerCase()}@brightwater.example`,
  org: 'Brightwater',
  title: 'CISO',
  stays: [],
})

/** A workspace that a server has: where it is, where Zoom sends to, and by which secret that is signed. */
export interface Place {
  address: string
  path: string
  secret: string
  apiKey: string
}

/** A workspace in which a demo has been running for some minutes, and how to call it and to let somebody in. */
export async function demoRunning(data: string, address: string, guests: readonly Guest[]) {
  const { apiKey, path } = await newWorkspace(data, secret)
  const demo = await demoIn({ address, path, secret, apiKey }, guests)
  return { ...demo, data, apiKey, ripen: (...args: string[]) => ripen(data, ...args) }
}

/** The same in a workspace that is there already. */
export async function demoIn({ address, path, secret, apiKey }: Place, guests: readonly Guest[]) {
  const demo: ZoomWebinar = {
    id: 86_000_000_007,
    topic: 'Backup, live',
    startsAt: Date.now() - 5 * minute,
    minutes: 60,
  }
  let where = address
  async function deliver({ body }: { body: string }): Promise<number> {
    const timestamp = String(Math.floor(Date.now() / 1000))
    const headers = { 'content-type': 'application/json', ...signed(body, secret, timestamp) }
    return (await fetch(`${where}${path}`, { method: 'POST', headers, body })).status
  }
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    const answer = await fetch(`${where}/api/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (answer.status === 204 ? null : await answer.json()) as T
  }
  for (const told of [created(demo), ...guests.map((each) => registered(demo, each)), started(demo)])
    await deliver(told)
  await untilQuiet(address)
  const { items } = await call<{ items: { id: string }[] }>('GET', '/webinars')
  await call('PATCH', `/webinars/${items[0]!.id}`, { kind: 'demo' })
  return {
    call,
    demo,
    movesTo(address: string) {
      where = address
    },
    joins: (each: Guest, stay = 0) => deliver(joined(demo, each, Date.now(), stay)),
  }
}

export type DemoRunning = Awaited<ReturnType<typeof demoRunning>>

export interface ShownChannel {
  id: string
  state: string
  offReason: string | null
  last: { answer: string; outcome: string } | null
  secret: string
}

export async function addChannel({ call }: Pick<DemoRunning, 'call'>, kind: string, address: string, name = kind) {
  return call<ShownChannel>('POST', '/channels', { kind, name, address })
}

/** Tells of everybody who comes to a demo from now on; Zoom's times are whole seconds, so from the next one. */
export async function tellOfJoins({ call }: DemoRunning, ...channels: { id: string }[]) {
  const rule = { name: 'In the demo', on: 'joins_live', filters: { webinarKinds: ['demo'] } }
  await call('POST', '/alert-rules', { ...rule, channels: channels.map(({ id }) => id) })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
}
