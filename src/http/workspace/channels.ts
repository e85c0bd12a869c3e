import { createRoute, z } from '@hono/zod-openapi'
import { EVENT_TYPES } from '../../domain/alert/event.ts'
import { CHANNEL_KINDS } from '../../domain/alert/kind.ts'
import { MESSAGE_LANGUAGES } from '../../domain/alert/message.ts'
import type { Called } from '../../domain/audit.ts'
import {
  addChannel,
  changeChannel,
  listChannels,
  removeChannel,
  renewSecret,
  showChannel,
  switchChannel,
} from '../../workspace/alerts/channels.ts'
import { testChannel } from '../../workspace/alerts/sends.ts'
import { called, logged, record, removing } from '../../workspace/audit/record.ts'
import { json, moment, refusals, words } from '../documented.ts'
import { authorOf } from './access.ts'
import { routes } from './routes.ts'

const tags = ['Channels']
const id = z.object({ id: z.string() })

const events = z.array(z.enum(EVENT_TYPES)).openapi({
  description: 'Events of the workspace that go out by it besides alerts; only by a webhook.',
})

const channel = z
  .object({
    id: z.string(),
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    address: z.string().openapi({ description: 'Of a web address only the host: the rest is the key to the target.' }),
    language: z.enum(MESSAGE_LANGUAGES),
    events,
    createdAt: moment,
    state: z.enum(['untried', 'on', 'failing', 'off']),
    offReason: z.enum(['refused', 'silent', 'by_hand']).nullable().openapi({
      description:
        'Why it is off: its target said no again and again, nothing arrived for five days, or somebody switched it off.',
    }),
    since: moment.nullable().openapi({ description: 'Since when it has failed or been off.' }),
    last: z
      .object({ at: moment, outcome: z.string(), answer: z.string() })
      .nullable()
      .openapi({ description: 'What its target said last.' }),
    waiting: z.int(),
    rules: z.int().openapi({ description: 'How many alert rules tell by it.' }),
  })
  .openapi('Channel')

export type ChannelAnswer = z.infer<typeof channel>

const name = z.string().trim().min(1).max(100)
const address = z.string().trim().min(1).max(2048)
const givenChannel = z.strictObject({
  kind: z.enum(CHANNEL_KINDS),
  name,
  address: address.openapi({
    description:
      'An https address of an incoming webhook, or mail addresses with commas between; `owner` among them is whoever ' +
      'looks after the person.',
  }),
  language: z.enum(MESSAGE_LANGUAGES).default('en'),
  events: events.default([]),
})
const changed = z.strictObject({
  name: name.optional(),
  address: address.optional(),
  language: z.enum(MESSAGE_LANGUAGES).optional(),
  events: events.optional(),
  on: z.boolean().optional(),
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/channels',
  tags,
  summary: 'Where alerts and events go',
  responses: {
    200: json(z.object({ items: z.array(channel) }), 'All channels'),
    ...refusals('unauthorized', 'forbidden'),
  },
})

const add = createRoute({
  method: 'post',
  path: '/api/v1/channels',
  tags,
  summary: 'Make a channel',
  description: 'An address at which nobody can be reached, or that is not on the public internet, is refused.',
  request: { body: { required: true, content: { 'application/json': { schema: givenChannel } } } },
  responses: {
    201: json(
      z.intersection(
        channel,
        z.object({
          secret: z.string().nullable().openapi({ description: 'What its webhooks are signed with.' }),
          note: words.nullable().openapi({ description: 'What to know of the address.' }),
        }),
      ),
      'The channel, with what is shown this once',
    ),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'conflict', 'unavailable'),
  },
})

const patch = createRoute({
  method: 'patch',
  path: '/api/v1/channels/{id}',
  tags,
  summary: 'Change a channel, or switch it on or off',
  request: { params: id, body: { required: true, content: { 'application/json': { schema: changed } } } },
  responses: {
    200: json(channel, 'As it is now'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable'),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/channels/{id}',
  tags,
  summary: 'Delete a channel; what waits by it does not go out',
  request: { params: id },
  responses: {
    204: { description: 'It is gone' },
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const secret = createRoute({
  method: 'post',
  path: '/api/v1/channels/{id}/secret',
  tags,
  summary: 'A new secret for a webhook',
  description: 'Until the next one, webhooks are signed with that of before too.',
  request: { params: id },
  responses: {
    200: json(z.object({ secret: z.string() }), 'Shown this once'),
    ...refusals('invalid', 'unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

const test = createRoute({
  method: 'post',
  path: '/api/v1/channels/{id}/test',
  tags,
  summary: 'Send a test and tell what came of it',
  request: { params: id },
  responses: {
    200: json(
      z.object({ outcome: z.enum(['sent', 'later', 'refused', 'gone']), answer: z.string() }),
      'What its target said',
    ),
    ...refusals('unauthorized', 'forbidden', 'not_found', 'unavailable'),
  },
})

export const channelRoutes = routes()
  .openapi(list, (c) => c.json(listChannels(c.env.ws), 200))
  .openapi(add, async (c) => {
    const { ws } = c.env
    const author = authorOf(c)
    const log = (added: Called) => record(ws, author, called('channel.made')(added))
    return c.json(await addChannel(ws, c.req.valid('json'), log), 201)
  })
  .openapi(patch, async (c) => {
    const { on, ...given } = c.req.valid('json')
    const { id } = c.req.valid('param')
    const { ws } = c.env
    const author = authorOf(c)
    const isChanged = Object.keys(given).length > 0
    const log = (changed: Called) => isChanged && record(ws, author, called('channel.changed')(changed))
    const changed = await changeChannel(ws, id, given, log)
    if (on === undefined) return c.json(changed, 200)
    const switched = called(on ? 'channel.switched_on' : 'channel.switched_off')
    return c.json(
      logged(ws, author, () => switchChannel(ws, id, on), switched),
      200,
    )
  })
  .openapi(remove, (c) => {
    const { ws } = c.env
    removing(ws, authorOf(c), 'channel.deleted', showChannel(ws, c.req.valid('param').id), removeChannel)
    return c.body(null, 204)
  })
  .openapi(secret, (c) => {
    const { ws } = c.env
    const { id } = c.req.valid('param')
    const renewed = () => called('channel.secret_renewed')(showChannel(ws, id))
    return c.json(
      logged(ws, authorOf(c), () => renewSecret(ws, id), renewed),
      200,
    )
  })
  .openapi(test, async (c) => c.json(await testChannel(c.env.ws, c.req.valid('param').id, authorOf(c).email), 200))

export type ChannelRoutes = typeof channelRoutes
