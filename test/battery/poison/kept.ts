import { createHash } from 'node:crypto'
import type { Company } from '../company.ts'
import { shown } from '../company.ts'
import type { Figures } from '../row.ts'
import { databaseOf } from '../stored.ts'
import type { Payload } from './payload.ts'

/** What was sent to a hook and answered by 204, to be looked for afterwards. */
export class Kept {
  readonly #unreadable = new Set<string>()
  #answered = 0

  tell({ bytes, unreadable }: Payload): void {
    this.#answered++
    if (unreadable) this.#unreadable.add(hashOf(bytes))
  }

  /** To be called when the server has ended. */
  figures({ data }: Company, others: number): Figures {
    const db = databaseOf(data)
    const rows = db.prepare('SELECT outcome, reason, body FROM delivery').iterate() as Iterable<{
      outcome: string
      reason: string | null
      body: Buffer | null
    }>
    const missing = new Set(this.#unreadable)
    let [count, quarantined, without, bodiless] = [0, 0, 0, 0]
    for (const { outcome, reason, body } of rows) {
      count++
      if (body === null && outcome !== 'duplicate') bodiless++
      if (outcome !== 'quarantined') continue
      quarantined++
      if (!reason) without++
      if (body) missing.delete(hashOf(body))
    }
    db.close()
    return {
      quarantined,
      'unreadable and not in the quarantine': missing.size,
      'in the quarantine without a reason': without,
      'kept without their bytes': bodiless,
      'answered and not stored': this.#answered + others - count,
    }
  }
}

/** Of so many in the quarantine, those that cannot be read again with the same outcome. */
export async function notReplayable(company: Company, most: number): Promise<number> {
  const { items } = JSON.parse(await shown(company, '/api/v1/quarantine')) as {
    items: { id: string; reason: string }[]
  }
  let wrong = items.length === 0 ? 1 : 0
  for (const { id, reason } of items.slice(0, most)) {
    const answer = await fetch(`${company.server.address}/api/v1/quarantine/${id}/replay`, {
      method: 'POST',
      headers: { authorization: `Bearer ${company.apiKey}` },
    })
    const again = (await answer.json()) as { outcome: string; reason?: string }
    if (answer.status !== 200 || again.outcome !== 'quarantined' || again.reason !== reason) wrong++
  }
  return wrong
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}
