import { wantsNoMail } from '../../domain/consent.ts'
import { canonicalFacts } from '../../domain/fact.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { findKey } from '../../store/person-keys.ts'
import { openedBy } from '../../store/replays.ts'
import { momentOf } from '../moment.ts'
import { peopleFacts } from '../person-facts.ts'
import { bytesOfPersonId } from '../person-id.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { linkOf } from './link.ts'
import { type Viewing, viewingOf } from './viewing.ts'

/** What of somebody's link and viewing stands beside their row in a list. */
export interface LinkedViewing {
  /** The person's own link; null while the webinar has no replay. */
  link: string | null
  openedAt: string | null
  viewing: Viewing | null
  /** Left the mailing list or withdrew consent. */
  unsubscribed: boolean
}

/** What is known of people's links and viewings, in the order asked. `origin`: under which address links lead here. */
export function linkedViewings(
  ws: Workspace,
  webinar: Webinar,
  people: readonly string[],
  origin: string | null,
): LinkedViewing[] {
  const numbers = people.map((id) => findKey(ws.db, bytesOfPersonId(id)!)!.person)
  const opened = openedBy(ws.db, numberOfWebinar(ws, webinar), numbers)
  return peopleFacts(ws, numbers).map(({ person, id, facts, fault }) => {
    if (fault !== null) throw fault
    const known = canonicalFacts(facts)
    return {
      link: origin === null ? null : origin + linkOf(ws, webinar, person, id),
      openedAt: momentOf(opened.get(person) ?? null),
      viewing: viewingOf(known, webinar),
      unsubscribed: wantsNoMail(known),
    }
  })
}
