// The thread that holds all workspaces: requests come in batches, whose writes share a commit; between them it scores.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { Refused } from '../../domain/refusal.ts'
import type { Hook, HookOutcome } from '../../http/hook.ts'
import type { ZoomAddresses } from '../../http/outside.ts'
import { problemResponse } from '../../http/problem.ts'
import { errorFields, log } from '../log.ts'
import { zoomOutside } from '../zoom-outside.ts'
import { Answers } from './answer.ts'
import { Drainer } from './drainer.ts'
import { OpenWorkspaces } from './open-workspaces.ts'
import { Puller } from './puller.ts'
import { Scheduler } from './scheduler.ts'
import { Sender } from './sender.ts'
import { answerChores } from './upkeep.ts'
import { nodeWaysOut } from './ways-out.ts'
import {
  type FromWorkspaces,
  type ToWorkspaces,
  unpackBatch,
  type WireAnswer,
  type WireCall,
  type WireRequest,
} from './wire.ts'

/** So long what is just going out may take when Ripen stops, ms. */
const lastSends = 2_000
/** So long what was said last is on its way to the network's thread, ms. */
const lastWords = 100
/** In an overload what has come in is read and scored only so often, ms: first of all nobody is to be refused. */
const restInOverload = 200

interface Given {
  data: string
  secret: Uint8Array
  zoom: ZoomAddresses
  upkeep: MessagePort
}

const { data, secret, zoom, upkeep } = workerData as Given
const port = parentPort!
const puller = new Puller(
  () => open.all(),
  (ws) => drainer.wake(ws),
)
const place: { address: string | null } = { address: null }
const open = new OpenWorkspaces(data, secret, {
  outside: zoomOutside(zoom, puller.stopped),
  waysOut: nodeWaysOut(process.env),
  address: () => place.address,
})
const sender = new Sender(() => open.all())
const scheduler = new Scheduler(
  () => open.all(),
  (ws) => sender.wake(ws),
)
const answers = new Answers(post)
let underWay = 0
/** Batches whose commit is still to come. */
let uncommitted = 0
/** Whether requests wait for which the last batch had no room. */
let pressed = false
const drainer = new Drainer(
  () => open.all(),
  (rested) => uncommitted === 0 && (!pressed || rested > restInOverload),
  (ws) => {
    if (ws.sending.raised > 0) sender.wake(ws)
  },
)

function post(message: FromWorkspaces, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer)
}

/** A workspace that cannot be opened is `unavailable`: any other answer would tell Zoom never to send again. */
function find(id: string, create: boolean) {
  try {
    return open.get(id, create)
  } catch (error) {
    refuseToOpen(id, error)
    throw new Refused('unavailable', 'This workspace cannot be opened just now. The log of the server says why.')
  }
}

function refuseToOpen(workspace: string, error: unknown): void {
  const words = error instanceof Refused ? error.message : undefined
  log('workspace cannot be opened', { workspace, ...errorFields(error), words })
}

async function answer(request: WireRequest): Promise<WireAnswer | 'stored'> {
  const { number, workspace, hook, call, body } = request
  try {
    const outcome = hook ? await takeHook(workspace, { ...hook, body: body! }) : await takeCall(workspace, call!, body)
    if (outcome === 'stored') return outcome
    return outcome ? await answers.encode(number, outcome) : { number, status: 0, headers: {}, body: null, more: false }
  } catch (error) {
    return answers.encode(number, problemResponse(error))
  }
}

async function takeHook(workspace: string, hook: Hook): Promise<HookOutcome> {
  const opened = find(workspace, false)
  if (!opened) return null
  const outcome = await opened.hook(hook)
  drainer.wake(opened.ws)
  return outcome
}

async function takeCall(workspace: string, call: WireCall, body: WireRequest['body']): Promise<Response | null> {
  const { create, method, url, headers } = call
  const opened = find(workspace, create)
  if (!opened) return null
  const response = await opened.fetch(new Request(url, { method, headers, body }))
  if (create && !response.ok) open.discard(workspace)
  else {
    drainer.wake(opened.ws)
    puller.wake(opened.ws)
    sender.wake(opened.ws)
  }
  return response
}

/** Starts all requests at once. Those that take longer than the commit answer later and hold nobody up. */
function start(requests: WireRequest[]): void {
  let done = noAnswers()
  let ready = false
  let left = requests.length
  uncommitted++
  const release = () => {
    if (ready) return
    ready = true
    uncommitted--
    post({ kind: 'answers', ...done, ready })
    drainer.goOn()
  }
  for (const request of requests) {
    underWay++
    answer(request).then((outcome) => {
      underWay--
      if (ready) done = noAnswers()
      if (outcome === 'stored') done.stored.push(request.number)
      else done.answers.push(outcome)
      if (ready) post({ kind: 'answers', ...done, ready: false })
      if (--left === 0) release()
    })
  }
  // The commit is the first thing of the next turn, so in the turn after it everybody whom it concerned has an answer.
  setImmediate(() => setImmediate(release))
}

function noAnswers(): { stored: number[]; answers: WireAnswer[] } {
  return { stored: [], answers: [] }
}

function openRest(): void {
  const id = open.nextUnopened()
  if (id === undefined) return
  try {
    open.get(id)
  } catch (error) {
    refuseToOpen(id, error)
  }
  setImmediate(openRest)
}

function countBacklog(): number | null {
  try {
    return drainer.backlog() + open.unopened
  } catch (error) {
    log('backlog cannot be told', errorFields(error))
    return null
  }
}

async function close(): Promise<void> {
  puller.stop()
  scheduler.stop()
  await sender.stop(lastSends)
  while (underWay > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await answers.cancelAll()
  drainer.stop()
  await open.close()
  upkeep.close()
  post({ kind: 'closed' })
  port.close()
  // A target that hangs would keep this thread until it is given up.
  setTimeout(() => process.exit(), lastWords).unref()
}

port.on('message', (message: ToWorkspaces) => {
  switch (message.kind) {
    case 'batch':
      pressed = message.pressed
      return start(unpackBatch(message))
    case 'pull':
      return answers.pull(message.number).catch((error) => log('answer broke off', errorFields(error)))
    case 'cancel':
      return answers.cancel(message.number)
    case 'backlog':
      return post({ kind: 'backlog', number: message.number, backlog: countBacklog() })
    case 'address':
      place.address = message.address
      return
    case 'discard':
      return open.discard(message.workspace)
    case 'close':
      return close()
  }
})

answerChores(upkeep, {
  copy: ({ workspace, to }) => open.copy(workspace, to),
  inspect: () => open.inspect(),
  acceptLosses() {
    const accepted = open.acceptLosses()
    openRest()
    return accepted
  },
})
setImmediate(openRest)
