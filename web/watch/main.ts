import type { WatchPage } from '../../src/http/workspace/watch.ts'
import { element } from './element.ts'
import { filePlayer } from './file-player.ts'
import { notice } from './notice.ts'
import type { Player } from './player.ts'
import { Progress } from './progress.ts'
import { Reporter } from './reporter.ts'
import { isPage, readTold } from './told.ts'
import { vimeoPlayer } from './vimeo-player.ts'
import { Watcher } from './watcher.ts'
import { clock, day, say, startLanguage } from './words.ts'
import { youtubePlayer } from './youtube-player.ts'

/** Who has come so near to the end begins anew, seconds. */
const end = 5

startLanguage()
document.title = say('title')
const told = readTold()
const main = document.getElementById('watch')!
main.replaceChildren(...(isPage(told) ? page(told) : notice(told)))

function page(told: WatchPage): Node[] {
  const title = told.topic ?? say('untitled')
  document.title = title
  const from = startOf(told)
  const status = element('p', { class: 'status', role: 'status' })
  const progress = new Progress(
    told.watched.map(([from, to]) => ({ from, to })),
    told.mediaSeconds,
  )
  const reporter = new Reporter(`${location.pathname.replace(/\/+$/, '')}/progress`, told.sitting, (state) => {
    status.textContent = state === 'told' ? '' : say(state)
  })
  const watcher = new Watcher(from, {
    watched(seen) {
      progress.add(watcher.watched)
      reporter.note(seen)
    },
    rests: () => (document.visibilityState === 'hidden' ? reporter.last() : reporter.soon()),
    length(seconds) {
      progress.length = seconds
      reporter.length = seconds
    },
    fails() {
      status.textContent = say('unplayable')
    },
  })
  const player = playerOf(told, from, say('player', { topic: title }), watcher)
  watcher.watch(player)
  addEventListener('pagehide', () => {
    watcher.breaks('pause')
    reporter.last()
  })
  whenSeen(() => reporter.begin())
  return [
    element(
      'header',
      {},
      element('p', { class: 'company' }, element('bdi', {}, told.company)),
      element('h1', {}, element('bdi', {}, title)),
      told.firstName === null ? null : element('p', {}, say('greeting', { name: told.firstName })),
      told.preview ? element('p', { class: 'preview' }, say('preview')) : null,
    ),
    player.element,
    status,
    progress.element,
    element(
      'footer',
      {},
      from > 0 ? element('p', {}, say('goesOn', { at: clock(from) })) : null,
      told.closesAt === null ? null : element('p', {}, say('until', { date: day(told.closesAt) })),
      element('p', {}, say('privacy', { company: told.company })),
    ),
  ]
}

/** Now, or when the tab is first looked at. */
function whenSeen(run: () => void): void {
  if (document.visibilityState === 'visible') run()
  else document.addEventListener('visibilitychange', run, { once: true })
}

function startOf({ position, mediaSeconds }: WatchPage): number {
  if (position === null || (mediaSeconds !== null && position > mediaSeconds - end)) return 0
  return position
}

function playerOf({ media }: WatchPage, from: number, title: string, watcher: Watcher): Player {
  if (media.kind === 'youtube') return youtubePlayer(media.video, from, title, watcher)
  if (media.kind === 'vimeo') return vimeoPlayer(media.video, media.hash, from, title, watcher)
  return filePlayer(media.address, from, title, watcher)
}
