import type { WatchPage } from '../../src/http/workspace/watch.ts'

/** What the server wrote into the page: what it plays, or why it does not. */
export type Told = WatchPage | { state?: string; status?: number; opensAt?: string }

export function readTold(): Told {
  return JSON.parse(document.getElementById('told')!.textContent!) as Told
}

export function isPage(told: Told): told is WatchPage {
  return 'sitting' in told
}
