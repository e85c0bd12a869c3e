import type { Content, Fact, FactData } from './fact.ts'
import type { ModelTestFact, ModelTestFactOf } from './model-test-fact.ts'
import type { ModelTest, ModelTestWebinar } from './model-test-schema.ts'
import type { Webinar } from './webinar.ts'

/** The facts of a test as the intake would have stored them: one person's, in the order in which they are written. */
export function factsOfTest({ facts, person, asOf }: ModelTest): Fact[] {
  const given = facts.map(factOf)
  if (!person) return given
  const begin = Math.min(...facts.map((fact) => Date.parse('at' in fact ? fact.at : fact.from)))
  const time = begin === Infinity ? Date.parse(asOf) : begin
  return [{ id: 'person', type: 'profile.updated', time, profile: person, data: {} }, ...given]
}

/** The webinars of a test by id: they ran exactly as long as it says. */
export function webinarsOfTest({ webinars = [] }: ModelTest): Map<string, Webinar> {
  return new Map(webinars.map((webinar) => [webinar.id, webinarOf(webinar)]))
}

function factOf(given: ModelTestFact, index: number): Fact {
  const id = `fact-${String(index + 1).padStart(3, '0')}`
  const time = Date.parse(given.type === 'webinar.attended' ? given.to : given.at)
  const { type, webinar, person: profile } = given
  return { id, type, time, data: dataOf(given), ...(webinar && { webinar }), ...(profile && { profile }) } as Fact
}

function dataOf(given: ModelTestFact): FactData[ModelTestFact['type']] {
  switch (given.type) {
    case 'person.registered':
      return { status: 'approved', ...(given.question && { question: given.question }) }
    case 'webinar.attended':
      return { joinedAt: Date.parse(given.from), leftAt: Date.parse(given.to) }
    case 'chat.sent':
      return { text: given.text, channel: given.channel ?? (given.webinar ? 'webinar' : 'site') }
    case 'survey.submitted':
      return { answers: given.answers ?? [] }
    case 'visit.ended':
      return { pages: [], ...bare(given) }
    case 'form.submitted':
      return { form: { kind: given.kind ?? 'other', ...(given.id && { id: given.id }) } }
    case 'content.downloaded':
    case 'content.ignored':
      return { content: contentOf(given) }
    case 'video.watched':
      return videoOf(bare(given))
    case 'message.sent':
    case 'message.replied':
      return { ...bare(given), channel: word(given.channel) }
    case 'social.engaged':
      return { network: word(given.network), action: word(given.action) }
    default:
      return bare(given)
  }
}

function bare<G extends ModelTestFact & { at: string }>({ type: _, at: __, webinar: ___, person: ____, ...rest }: G) {
  return rest
}

function videoOf({ id, title, kind, ...watched }: ReturnType<typeof bare<ModelTestFactOf<'video.watched'>>>) {
  return { ...watched, content: contentOf({ id, title, kind }) }
}

function contentOf({ id, title, kind }: Content) {
  return { ...(id && { id }), ...(title && { title }), ...(kind && { kind: word(kind) }) }
}

/** As the intake writes short words. */
function word(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, '_')
}

function webinarOf({ id, kind = 'educational', topic, series, partner, from, to }: ModelTestWebinar): Webinar {
  const ran = { from: Date.parse(from), to: Date.parse(to) }
  return {
    id,
    platform: 'test',
    platformId: series ?? id,
    occurrence: id,
    instances: [id],
    topic: topic ?? null,
    kind: word(kind),
    partner: partner === undefined ? null : { name: partner, domains: [] },
    cost: null,
    funnelStage: null,
    hostIds: [],
    scheduled: ran,
    running: [ran],
    live: [ran],
    startsAt: ran.from,
    endsAt: ran.to,
    provisional: false,
    deleted: false,
    recordings: [],
  }
}
