import { wayOut } from '../../channels/way-out-words.ts'
import { type Answered, type Asked, NoAnswer, type WaysOut } from '../../channels/ways-out.ts'
import { mailByApi, readMailApi } from '../mail-api.ts'
import { isLiteral, type Outbound, placeOf, readOutbound } from '../outbound.ts'

const LARGEST = 64 * 1024
const CHECK = 10_000
/** Between them Cloudflare itself answers for a host that it cannot reach. */
const UNREACHED = [520, 530] as const

/**
 * The ways out of a Worker. It cannot look where a name leads to: Cloudflare itself lets nothing through to addresses
 * that are not public (`global_fetch_strictly_public`); machines named by their number are refused here.
 */
export function cloudflareWaysOut(env: Record<string, string | undefined>): WaysOut {
  const outbound = readOutbound(env)
  const api = readMailApi(env)
  const post = (asked: Asked, ms: number) => call('POST', asked, outbound, ms)
  return {
    post,
    mail: api ? (mail) => mailByApi(api, mail, post) : null,
    async check(address) {
      try {
        const { status } = await call('HEAD', { url: address, headers: {}, body: '' }, outbound, CHECK)
        const why = `Cloudflare ${status}`
        return status >= UNREACHED[0] && status <= UNREACHED[1]
          ? wayOut('unreachable', { host: new URL(address).hostname, why })
          : null
      } catch (error) {
        if (error instanceof NoAnswer) return error.words
        throw error
      }
    },
  }
}

async function call(
  method: 'POST' | 'HEAD',
  { url, headers, body }: Asked,
  outbound: Outbound,
  ms: number,
): Promise<Answered> {
  const { host, isAllowed } = placeOf(url, outbound)
  if (!isAllowed && isLiteral(host)) throw new NoAnswer(wayOut('literal', { address: host }), true)
  const signal = AbortSignal.timeout(ms)
  const sent = { ...headers, 'user-agent': 'Ripen' }
  try {
    const response = await fetch(url, { method, headers: sent, redirect: 'manual', signal, ...(body ? { body } : {}) })
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await headOf(response) }
  } catch (error) {
    const words = signal.aborted
      ? wayOut('hung', { host, seconds: Math.ceil(ms / 1000) })
      : wayOut('unreachable', { host, why: saidOf(error as Error) })
    throw new NoAnswer(words, false)
  }
}

/** The engine names a fault of its own by a number that says nothing to people. */
function saidOf({ message }: Error): string {
  return /^internal error/.test(message) ? 'no connection' : message.slice(0, 100)
}

/** The first 64 KB. Once a status has come it counts, also where the rest does not. */
async function headOf({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  try {
    while (reader && length < LARGEST) {
      const { done, value } = await reader.read()
      if (done) break
      pieces.push(value)
      length += value.length
    }
  } catch {
    // What came until then is what there is.
  }
  await reader?.cancel().catch(() => {})
  return new TextDecoder().decode(Buffer.concat(pieces).subarray(0, LARGEST))
}
