import { parentPort, workerData } from 'node:worker_threads'
import { endlessBodies } from '../bodies.ts'
import { Sender } from '../sender.ts'
import type { AnswersSoFar, SendingTo } from './sender-apart.ts'

const { hook, secret, port, rate }: SendingTo = workerData
const sender = new Sender({ hook, secret, bodies: endlessBodies() })
sender.sendTo(port, rate)

let told = 0
parentPort!.on('message', async (asked: 'so far' | 'at last') => {
  if (asked === 'at last') await sender.finish()
  const answers: AnswersSoFar = {
    ms: sender.acknowledged.slice(told).map(({ ms }) => ms),
    acknowledged: sender.acknowledged.length,
    refused: [...sender.refused.values()].reduce((sum, count) => sum + count, 0),
  }
  told = sender.acknowledged.length
  parentPort!.postMessage(answers)
})
