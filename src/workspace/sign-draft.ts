import { Refused } from '../domain/refusal.ts'
import { signDraft as storeSignatures } from '../store/drafts.ts'
import { draftOf, showDraft } from './draft.ts'
import { formula } from './formula-words.ts'
import { type Author, isSamePerson, type Side, type Signatures } from './signatures.ts'
import type { Workspace } from './workspace.ts'

export interface Signing {
  side: Side
  /** What was read and is signed. */
  revision: number
  /** In whose name, where the author is not signed in. */
  name?: string | undefined
}

/**
 * Signs the draft for one side. Throws `Refused('forbidden')` for somebody of the other side, `Refused('conflict')` where
 * the draft is another by now, the side has signed, or the same person signed for the other one.
 */
export function signDraft(ws: Workspace, { side, revision, name }: Signing, author: Author) {
  if (!author.sides.includes(side))
    throw new Refused('forbidden', formula('otherSide', { side: formula(side) }), { field: 'side' })
  const signer = { by: signerOf(author, name?.trim()), email: author.email }
  return ws.transaction(() => {
    const draft = draftOf(ws, revision)
    const signed = JSON.parse(draft.signatures) as Signatures
    for (const [of, by] of Object.entries(signed) as [Side, Signatures[Side] & object][]) {
      if (of === side && isSamePerson(by, signer)) return showDraft(ws)
      const why = of === side ? 'signedBefore' : isSamePerson(by, signer) ? 'bothSides' : null
      if (why) throw new Refused('conflict', formula(why, { name: by.by, side: formula(of) }), { field: 'side' })
    }
    storeSignatures(ws.db, JSON.stringify({ ...signed, [side]: { ...signer, at: ws.now() } }))
    return showDraft(ws)
  })
}

function signerOf(author: Author, name: string | undefined): string {
  if (author.email === null) {
    if (!name) throw new Refused('invalid', formula('nameMissing'), { field: 'name' })
    return name
  }
  if (name !== undefined) throw new Refused('invalid', formula('nameKnown'), { field: 'name' })
  return author.by
}
