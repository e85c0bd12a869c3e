import { z } from 'zod'
import type { FactData, FactType } from '../../domain/fact.ts'
import type { Statement } from '../../domain/statement.ts'
import { cloudEvent } from './envelope.ts'
import { type PersonEvent, personStatement, type WebinarFactType, webinarStatements } from './facts.ts'
import { person } from './person.ts'
import { optional } from './text.ts'
import { describedWebinar, scheduledWebinar, webinarName } from './webinar.ts'

/** One type of CloudEvent: `event` checks it and makes its statements. */
export interface Activity {
  type: FactType
  title: string
  description: string
  event: z.ZodType<Statement[]>
}

interface About<S> {
  title: string
  description: string
  /** The members of `data` beside person and webinar. */
  fields: S
  webinar?: 'required'
}

/** What a person did. `data` makes the fact's data of what was sent, `at` its time where that is not the envelope's. */
export function activity<T extends FactType, S extends z.ZodObject>(
  type: T,
  { title, description, fields, webinar }: About<S>,
  data: (said: z.output<S>, namesWebinar: boolean) => FactData[T],
  at?: (said: z.output<S>) => number,
): Activity {
  const named = webinar === 'required' ? webinarName : optional(webinarName)
  const event = cloudEvent(type, fields.safeExtend({ person, webinar: named })).transform((event) => {
    const { data: said, time } = event as unknown as PersonEvent & { data: z.output<S> }
    const fact = { type, time: at ? at(said) : time, data: data(said, said.webinar !== undefined) }
    return [personStatement(event as unknown as PersonEvent, fact)]
  })
  return { type, title, description, event }
}

/** What became of a webinar. Nobody did it: a person is not read. */
export function webinarActivity(type: WebinarFactType, about: { title: string; description: string }): Activity {
  const webinar = type === 'webinar.scheduled' ? scheduledWebinar : describedWebinar
  const event = cloudEvent(type, z.object({ webinar })).transform((event) => webinarStatements(type, event))
  return { type, ...about, event }
}
