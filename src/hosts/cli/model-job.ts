import { CallRefused, inWorkspace, type Ripen } from './command.ts'
import type { Given } from './options.ts'
import { readGiven } from './read-given.ts'

type Answer<Result> = { state: 'done'; result: Result } | { state: 'running'; id: string; progress: number }

/**
 * The result of a call that works over everybody (`/model/preview`), of the model in the file that follows the command,
 * else of the draft or the model in force. `doing`: what is told while it lasts.
 */
export async function modelJob<Result>(given: Given, ripen: Ripen, path: string, doing: string): Promise<Result> {
  let answer = await ripen.call<Answer<Result>>('POST', inWorkspace(given, path), modelGiven(given))
  while (answer.state === 'running') {
    ripen.progress(`${doing}: ${Math.floor(answer.progress * 100)} %`)
    answer = await ripen.call<Answer<Result>>('GET', inWorkspace(given, `${path}/${answer.id}`))
  }
  return answer.result
}

/** The body of a call about the model in the file that follows the command; empty without one. */
export function modelGiven({ words: [file] }: Given): { model?: unknown } {
  return file === undefined ? {} : { model: readModel(file) }
}

/** A model as it stands in a file, or in what `model show --json` prints; a command refuses one that cannot be read. */
export function readModel(file: string): unknown {
  const json = modelIn(file)
  return typeof json === 'object' && json !== null && 'model' in json ? json.model : json
}

function modelIn(file: string): unknown {
  try {
    return JSON.parse(readGiven(file).toString('utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? `it is not JSON: ${error.message}` : (error as CallRefused).message
    throw new CallRefused({ detail: `${file}: ${why}` })
  }
}
