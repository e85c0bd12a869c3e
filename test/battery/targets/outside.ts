import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { canary } from '../../hosts/attempts.ts'
import { testCertificate, testKey } from '../../hosts/certificate.ts'
import type { AtEnd } from '../../process/running.ts'
import { type Answer, openTarget, type Received, type Target } from '../../process/target.ts'

/** How a target behaves. */
export const MANNERS = ['hangs', 'fails', 'busy', 'no certificate', 'inward', 'healthy'] as const
export type Manner = (typeof MANNERS)[number]

/** A target by its name, which is its path too. */
export interface Outward {
  readonly name: string
  readonly manner: Manner
  readonly kind: 'slack' | 'webhook'
  readonly address: string
}

export interface Outside {
  readonly targets: readonly Outward[]
  /** The environment in which a server may call them. */
  readonly env: NodeJS.ProcessEnv
  /** What came to one of them. */
  by(target: Outward): Received[]
  /** Of those of a manner. */
  of(manner: Manner, kind?: Outward['kind']): Outward[]
  /** How often the inside was reached to which some send on. */
  inside(): number
  /** How often somebody spoke to those without a certificate that is trusted. */
  spoken(): number
  answers: Target['answers']
}

/** So many of each manner; half of those that hang and of the healthy ones are chats. `busyFor`: seconds of Retry-After. */
export async function openOutside(counts: Record<Manner, number>, busyFor: number, atEnd: AtEnd): Promise<Outside> {
  const [open, within, untrusted] = [await openTarget(atEnd), await canary(atEnd), await untrustedTarget(atEnd)]
  const answers: Record<Manner, Answer | null> = {
    hangs: 'hangs',
    fails: { status: 503, text: 'down' },
    busy: { status: 429, text: 'too many', headers: { 'retry-after': String(busyFor) } },
    'no certificate': null,
    inward: { status: 307, headers: { location: `http://127.0.0.1:${within.port}/` } },
    healthy: null,
  }
  const targets = MANNERS.flatMap((manner) =>
    Array.from({ length: counts[manner] }, (_, at): Outward => {
      const path = `/${manner.replace(' ', '-')}-${at}`
      const kind = at % 2 === 0 && (manner === 'hangs' || manner === 'healthy') ? 'slack' : 'webhook'
      if (answers[manner]) open.answers(path, answers[manner])
      const address = manner === 'no certificate' ? `https://127.0.0.1:${untrusted.port}${path}` : open.at(path)
      return { name: path.slice(1), manner, kind, address }
    }),
  )
  return {
    targets,
    env: { RIPEN_OUTBOUND_ALLOW: `${open.env.RIPEN_OUTBOUND_ALLOW},127.0.0.1:${untrusted.port}` },
    by: ({ name }) => open.by(`/${name}`),
    of: (manner, kind) => targets.filter((each) => each.manner === manner && (kind ?? each.kind) === each.kind),
    inside: within.reached,
    spoken: untrusted.spoken,
    answers: open.answers,
  }
}

/** Its certificate is one that nobody trusts. */
async function untrustedTarget(atEnd: AtEnd): Promise<{ port: number; spoken(): number }> {
  let spoken = 0
  const server = createServer({ key: testKey, cert: testCertificate }, (_, response) => {
    spoken++
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, spoken: () => spoken }
}
