const source = 'https://shop.example'

/** A CloudEvent of Ripen's types, by default of one person. */
export function activity(id: string, type: string, time: string, data: object = {}): Record<string, unknown> {
  const person = { email: 'dana@lime.example' }
  return { specversion: '1.0', id, source, type, time, data: type.startsWith('webinar.s') ? data : { person, ...data } }
}

/** Somebody looked at a page. */
export function viewed(id: string, email = 'dana@lime.example', time = '2026-04-02T10:00:00Z'): object {
  return activity(id, 'page.viewed', time, { person: { email }, url: 'https://shop.example/pricing', seconds: 40 })
}
