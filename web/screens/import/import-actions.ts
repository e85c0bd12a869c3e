import type { ImportedFile } from '../../../src/http/workspace/imports.ts'
import type { WorkspaceApi } from '../../workspace-api.ts'
import {
  type Change,
  type Choice,
  type Dropped,
  formOf,
  largest,
  nothingChosen,
  type Progress,
  refusal,
} from './imports.ts'
import { upload } from './upload.ts'

let lastId = 0

/** What can be done with files; `change` hears of every move, and `stop` breaks off all that is running. */
export function importActions(api: WorkspaceApi, change: (change: Change) => void) {
  const running = new Map<number, AbortController>()
  const move = (id: number, progress: Progress) => change({ type: 'moved', id, progress })

  async function send(dropped: Dropped, isPreview: boolean, sent: (share: number) => void): Promise<ImportedFile> {
    running.get(dropped.id)?.abort()
    const stop = new AbortController()
    running.set(dropped.id, stop)
    const form = formOf(dropped, isPreview)
    const call = { address: '/api/v1/imports', headers: api.headers, form, sent, signal: stop.signal }
    return (await upload<{ files: ImportedFile[] }>(call)).files[0]!
  }

  async function attempt(id: number, job: () => Promise<Progress>): Promise<void> {
    try {
      move(id, await job())
    } catch (error) {
      const isGivenUp = error instanceof DOMException && error.name === 'AbortError'
      if (!isGivenUp) move(id, refusal(error))
    }
  }

  /** Asks the server what is in a file; nothing is stored. */
  async function read(dropped: Dropped): Promise<void> {
    const { progress } = dropped
    move(dropped.id, progress.state === 'ready' ? { ...progress, isStale: true } : { state: 'reading' })
    await attempt(dropped.id, async () => {
      if (dropped.file.size > largest) return { state: 'refused', error: 'too_large' }
      return { state: 'ready', preview: await send(dropped, true, () => {}) }
    })
  }

  async function store(dropped: Dropped): Promise<void> {
    const sent = (share: number) => move(dropped.id, share < 1 ? { state: 'uploading', share } : { state: 'storing' })
    sent(0)
    await attempt(dropped.id, async () => {
      const result = await send(dropped, false, sent)
      return { state: 'scoring', result, left: 0, most: 0 }
    })
  }

  function add(files: readonly File[]): void {
    for (const file of files) {
      lastId++
      const dropped: Dropped = { id: lastId, file, choice: nothingChosen, progress: { state: 'reading' } }
      change({ type: 'added', dropped })
      read(dropped)
    }
  }

  function choose(dropped: Dropped, choice: Choice): void {
    change({ type: 'chosen', id: dropped.id, choice })
    read({ ...dropped, choice })
  }

  function remove(id: number): void {
    running.get(id)?.abort()
    change({ type: 'removed', id })
  }

  function stop(): void {
    for (const each of running.values()) each.abort()
  }

  return { add, read, store, choose, remove, stop }
}
