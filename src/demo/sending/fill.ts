import type { Model } from '../../domain/model.ts'
import { timezone } from '../calendar.ts'
import { ownModel } from '../model.ts'
import type { Sample } from '../sample.ts'
import { type Delivery, webhook } from '../zoom/webhook.ts'
import type { Ripen } from './ripen.ts'

const batch = 1000

/** Sends everything that has happened so far, the way a company's systems would; `say` hears how far it is. */
export async function fill(ripen: Ripen, sample: Sample, say: (words: string) => void): Promise<void> {
  const { model } = await ripen.call<{ model: Model }>('GET', '/api/v1/model')
  await ripen.call('POST', '/api/v1/model/publish', ownModel(model))

  await ripen.deliver([challenge()])
  await ripen.deliver(sample.created)
  await bringIn(ripen, sample.report)
  await describe(ripen, sample)
  say(`${sample.webinars.length} webinars, one of them from Zoom's report file`)

  let told = 0
  await ripen.deliver(sample.webhooks, (taken) => {
    if (taken - told < batch && taken < sample.webhooks.length) return
    told = taken
    say(`${taken} webhooks`)
  })
  await bringIn(ripen, sample.lateReport)
  for (let sent = 0; sent < sample.activities.length; sent += batch) {
    const events = sample.activities.slice(sent, sent + batch)
    await takeAll(ripen, events)
    if ((sent / batch) % 4 === 3 || sent + batch >= sample.activities.length) say(`${sent + events.length} activities`)
  }
  await bringIn(ripen, sample.deals)
  say('deals won and lost from the CRM')
}

async function bringIn(ripen: Ripen, { file, text }: { file: string; text: string }): Promise<void> {
  const form = new FormData()
  form.set('file', new Blob([text], { type: 'text/csv' }), file)
  form.set('timezone', timezone)
  await ripen.call('POST', '/api/v1/imports', form)
}

/** Sends activities, up to 1,000; throws if one of them is rejected. */
export async function takeAll(ripen: Ripen, events: readonly object[]): Promise<void> {
  type Taken = { rejected: { id: string; reason: string }[] }
  const { rejected } = await ripen.call<Taken>('POST', '/api/v1/activities', events)
  if (rejected[0]) throw new Error(`the activity ${rejected[0].id} was rejected: ${rejected[0].reason}`)
}

/** Zoom's question whether somebody is there who knows the secret. */
function challenge(): Delivery {
  const { body, ...rest } = webhook('endpoint.url_validation', Date.now(), undefined)
  return { ...rest, body: JSON.stringify({ ...JSON.parse(body), payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' } }) }
}

async function describe(ripen: Ripen, { described }: Sample): Promise<void> {
  type Listed = { items: { id: string; platformId: string }[] }
  const { items } = await ripen.call<Listed>('GET', '/api/v1/webinars')
  for (const { platformId, patch } of described) {
    const webinar = items.find((item) => item.platformId === platformId)
    if (!webinar) throw new Error(`the webinar ${platformId} did not come in`)
    await ripen.call('PATCH', `/api/v1/webinars/${webinar.id}`, patch)
  }
}
