import { wayOut } from '../../channels/way-out-words.ts'
import { type Mail, NoAnswer, type WaysOut } from '../../channels/ways-out.ts'
import { mailByApi, readMailApi } from '../mail-api.ts'
import { placeOf, readOutbound } from '../outbound.ts'
import { agentsTrusting, connectTo, postTo } from './post.ts'
import { type Lookup, lookupByName, resolve } from './resolve.ts'
import { mailBySmtp, readSmtp } from './smtp.ts'

const CHECK = 10_000

/** Other than usual in tests. `ca`: a certificate that is trusted instead of those of the system. */
interface Given {
  lookup?: Lookup
  ca?: string
}

/**
 * The ways out of this machine: only to public addresses over https, and to what RIPEN_OUTBOUND_ALLOW names; mail by
 * RIPEN_SMTP_URL, else by RIPEN_MAIL_API. Refused where one of these cannot be understood.
 */
export function nodeWaysOut(
  env: Record<string, string | undefined>,
  { lookup = lookupByName, ca }: Given = {},
): WaysOut {
  const outbound = readOutbound(env)
  const [kept, fresh] = [agentsTrusting(ca, true), agentsTrusting(ca, false)]
  const [smtp, api] = [readSmtp(env), readMailApi(env)]

  async function post(asked: Parameters<WaysOut['post']>[0], ms: number) {
    const began = performance.now()
    const place = { ...placeOf(asked.url, outbound), agents: kept }
    const at = await within(ms, place.host, resolve(place, lookup))
    return postTo(place, at, asked, Math.max(1, ms - (performance.now() - began)))
  }

  return {
    post,
    mail: smtp ? mailBySmtp(smtp) : api ? (mail: Mail) => mailByApi(api, mail, post) : null,
    async check(address) {
      try {
        const place = { ...placeOf(address, outbound), agents: fresh }
        await connectTo(place, await within(CHECK, place.host, resolve(place, lookup)), CHECK)
        return null
      } catch (error) {
        if (error instanceof NoAnswer) return error.words
        throw error
      }
    },
  }
}

/** Names of a server that does not answer are not waited for. */
function within<T>(ms: number, host: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(wayOut('lookup', { host }), false)), ms)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}
