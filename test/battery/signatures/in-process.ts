import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { Chance } from '../../../src/demo/chance.ts'
import { answerChallenge, verify } from '../../../src/sources/zoom/verify.ts'
import type { Figures } from '../row.ts'
import { anySigned, type Signed, signedBy, vectors, withOneBitChanged } from './signed.ts'

/** The verifier alone, against another implementation, `cases` times each. */
export async function verifierFigures(chance: Chance, cases: number): Promise<Figures> {
  let [refused, forged, otherwise] = [0, 0, 0]
  for (const { secret, body, ...head } of vectors) if (verify([secret], head, body) !== secret) refused++
  for (let at = 0; at < cases; at++) {
    const { secret, timestamp, body } = anySigned(chance.of('case', at))
    const signed = await signedBy(secret, timestamp, body)
    // During a rotation the right one is any of them.
    if (verify(['another', secret, 'and one more'], signed, body) !== secret) refused++
    if (verify([`${secret}x`], signed, body) !== null) forged++
    const changed = withOneBitChanged(signed, chance.of('bit', at))
    if (verify([secret], changed, changed.body) !== null) forged++
    if (answerChallenge(timestamp, secret).encryptedToken !== (await plainDigest(secret, timestamp))) otherwise++
  }
  return {
    'compared with WebCrypto': cases,
    'valid and refused': refused,
    'bits changed': cases,
    'forged and accepted': forged,
    'challenges answered otherwise': otherwise,
    'rests on timingSafeEqual': (await restsOnTimingSafeEqual()) ? 'yes' : 'no',
  }
}

async function plainDigest(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.webcrypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  return Buffer.from(await crypto.webcrypto.subtle.sign('HMAC', key, encoder.encode(text))).toString('hex')
}

/** Nothing but Node's comparison in constant time decides: what it says of a digest is what the verifier says. */
async function restsOnTimingSafeEqual(): Promise<boolean> {
  const signed = await signedBy('secret', '1775041200', new TextEncoder().encode('{}'))
  const forged: Signed = { ...signed, signature: `v0=${'0'.repeat(64)}` }
  const accepts = ({ body, ...head }: Signed) => verify(['secret'], head, body) !== null
  return comparing(true, () => accepts(forged)) && !comparing(false, () => accepts(signed))
}

function comparing<T>(says: boolean, run: () => T): T {
  const { timingSafeEqual } = crypto
  try {
    crypto.timingSafeEqual = () => says
    syncBuiltinESMExports()
    return run()
  } finally {
    crypto.timingSafeEqual = timingSafeEqual
    syncBuiltinESMExports()
  }
}
