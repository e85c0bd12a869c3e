import type { Guest } from '../../browser/zoom-webinar.ts'
import type { Delivery } from '../../zoom-run.ts'
import type { Told } from './told.ts'

/** Somebody for each payload, each in a company of their own; of five one does not come. */
export function guestsOf(told: Told): Guest[] {
  return told.payloads.map((_, index) => ({
    name: told.by('name', index, 200),
    email: `p${index}@firm${index}.example`,
    org: told.by('company', index + 1),
    title: told.by('job', index + 2),
    comments: told.by('comment', index + 3),
    stays: index % 5 === 4 ? [] : [[index % 40, 60]],
  }))
}

/** What a form asks besides, and by which tracked link they came, in the registrations among webhooks. */
export function withAnswers(told: Told, deliveries: readonly Delivery[]): Delivery[] {
  let index = 0
  return deliveries.map((delivery) => {
    if (delivery.event !== 'webinar.registration_created') return delivery
    const body = JSON.parse(delivery.body)
    Object.assign(body.payload.object.registrant, {
      country: told.by('country', index + 4, 100),
      industry: told.by('industry', index + 2),
      city: told.by('city', index + 6),
      custom_questions: [{ title: told.by('formQuestion', index + 7, 200), value: told.by('formAnswer', index + 8) }],
      tracking_source: { source_name: told.by('trackingSource', index + 9, 200), tracking_url: 'https://oren.example' },
    })
    index++
    return { ...delivery, body: JSON.stringify(body) }
  })
}
