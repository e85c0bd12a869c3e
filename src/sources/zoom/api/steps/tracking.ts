import type { Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { given } from '../../../text.ts'
import { optionalText, requiredId } from '../../member.ts'
import { record } from '../../record.ts'
import { trackingSource } from '../../registrant.ts'
import { type ListedRegistrant, listedRegistrant } from '../registration.ts'
import { gathered, rowsOf } from '../rows.ts'
import type { Room, Step } from '../step.ts'
import { leftOut } from '../words.ts'
import type { ZoomApi } from '../zoom-api.ts'

const scope = 'webinar:read:list_tracking_sources'
const scopeOfRegistrants = 'webinar:read:list_registrants'

const source = record({ id: requiredId, source_name: optionalText(200) })

/** By which tracked link somebody came: a list says no source of a registrant, but can be asked for those of a source. */
export const trackingStep: Step = {
  id: 'tracking',
  scope,
  helps: [scopeOfRegistrants],
  async page(api, room, { token, at = 0 }) {
    const { sources, skipped } = await sourcesOf(api, room)
    const asked = sources[at]
    if (!asked) return { statements: [], skipped, next: null }
    const query = { tracking_source_id: asked.id, page_size: '300', ...(token && { next_page_token: token }) }
    const path = `/webinars/${encodeURIComponent(room.platformId)}/registrants`
    const body = await api.get({ path, query, rate: 'medium', scope: scopeOfRegistrants })
    const list = rowsOf(body, 'registrants', listedRegistrant)
    const statements = gathered(list.rows, list.skipped, (row) => cameBy(asked.source_name!, row, room))
    const isLast = at + 1 >= sources.length
    const next = list.token ? { token: list.token, at } : isLast ? null : { at: at + 1 }
    return { statements, skipped: list.skipped, next }
  },
}

async function sourcesOf(api: ZoomApi, { platformId }: Room) {
  const path = `/webinars/${encodeURIComponent(platformId)}/tracking_sources`
  const { rows, skipped } = rowsOf(await api.get({ path, rate: 'medium', scope }), 'tracking_sources', source)
  return { sources: rows.filter(({ source_name }) => source_name).sort((a, b) => (a.id < b.id ? -1 : 1)), skipped }
}

function cameBy(name: string, row: ListedRegistrant, { platformId, startedAt }: Room): Statement[] | Words {
  const { id: registrantId, email } = row
  const time = row.create_time ?? startedAt
  if (!registrantId && !email) return leftOut('nobody', { list: 'registrants' })
  if (time === undefined) return leftOut('noTime', { list: 'registrants' })
  return [
    {
      id: `zoom/report/tracking_source/${platformId}/${registrantId ?? email}`,
      type: 'profile.updated',
      time,
      person: given({ platform: 'zoom', registrantId, email }),
      profile: { attributes: { [trackingSource]: name } },
      data: {},
    },
  ]
}
