import type { Page, Step } from '../../sources/zoom/api/step.ts'
import { addToPull, findPull } from '../../store/pulls.ts'
import { insertReported } from '../../store/reported.ts'
import { findName } from '../../store/webinar-names.ts'
import { tellFinal } from '../alerts/tell-final.ts'
import { noteFetched } from '../came.ts'
import { ingest } from '../ingest.ts'
import type { Workspace } from '../workspace.ts'
import type { Turn } from './begin.ts'
import { goOn, lack, noteAnswered } from './going-on.ts'
import { noteScope } from './scopes.ts'
import { type Stand, storeStand } from './stand.ts'

/** How long one transaction may take, ms, and so many statements at most where the clock stands still meanwhile. */
const slice = 8
const mostStatements = 480
const handful = 16

/**
 * Stores what a page said, as facts received now, and with the last of them that it was read. A large page takes several
 * transactions, between which everybody else gets in; where one of them is the last that happens, it is asked for again.
 * From facts of a backfill no alert may follow.
 */
export async function storePage(
  ws: Workspace,
  turn: Turn & { step: Step },
  page: Page,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { statements } = page
  const { number, source, platformId, reason } = turn.stand.row
  const isQuiet = reason === 'backfill'
  for (let at = 0; !signal?.aborted; ) {
    const to = ws.relaxed(() => {
      // Given up meanwhile, as when its source was disconnected.
      if (findPull(ws.db, number)?.state !== 'running') return statements.length
      const { upTo, facts } = ingestSome(ws, statements, at, isQuiet)
      addToPull(ws.db, number, { requests: 0, facts })
      noteFetched(ws, source, { taken: facts, duplicate: upTo - at - facts, platformIds: [platformId] })
      if (upTo === statements.length) turnPage(ws, turn, page)
      return upTo
    })
    if (to === statements.length) return
    at = to
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

/** Ingests from a statement on while there is time: up to which, and how many new facts there were. */
function ingestSome(ws: Workspace, statements: Page['statements'], from: number, isQuiet: boolean) {
  const end = performance.now() + slice
  let [upTo, facts] = [from, 0]
  while (upTo < statements.length && upTo - from < mostStatements && (upTo === from || performance.now() < end)) {
    const { accepted, conflicting } = ingest(ws, statements.slice(upTo, upTo + handful), ws.now(), { isQuiet })
    facts += accepted + conflicting
    upTo = Math.min(upTo + handful, statements.length)
  }
  return { upTo, facts }
}

function turnPage(ws: Workspace, { stand, step, steps }: Turn & { step: Step }, page: Page): void {
  const { row, known } = stand
  const progress = stand.progress!
  Object.assign(known, page.learned)
  for (const words of page.lacks ?? []) lack(stand, 'scope', words)
  for (const words of page.skipped ?? []) lack(stand, 'row', words)
  row.pages++
  noteAnswered(stand)
  if (page.rows !== undefined) row.rows = progress.rows += page.rows
  if (page.next) {
    progress.cursor = page.next
    storeStand(ws, stand)
  } else {
    if (step.id === 'participants') noteReported(ws, stand)
    if (step.id === 'recordings') known.hasReplay = true
    noteScope(ws, row.source, step.scope, false)
    goOn(ws, stand, steps)
  }
}

/** That the whole attendance of a room is here, as of when it was asked for: it may be final. */
function noteReported(ws: Workspace, { known: { platformId, uuid }, progress }: Stand): void {
  const name = findName(ws.db, { platform: 'zoom', platformId, instance: uuid })
  if (name === undefined) return
  const { askedAt, rows } = progress!
  insertReported(ws.db, { name, by: 'api', generatedAt: askedAt, receivedAt: ws.now(), rows })
  tellFinal(ws, name)
}
