import { element } from './element.ts'
import type { Heard, Player } from './player.ts'

const sound = /\.(?:mp3|m4a|aac|ogg|oga|wav)$/i
/** Where the page is hidden nobody draws, and the player is asked so often, ms. */
const hiddenEvery = 250

/** A file that the browser plays by itself. */
export function filePlayer(address: string, from: number, title: string, heard: Heard): Player {
  const video = element('video', {
    ...{ controls: true, playsinline: true, preload: 'metadata', 'aria-label': title },
    class: sound.test(new URL(address).pathname) ? 'sound' : null,
  })
  const tell = () => {
    if (!video.paused && !video.seeking) heard.plays(video.currentTime, video.playbackRate)
  }
  let listens = false
  const listen = () => {
    listens = !video.paused
    if (!listens) return
    tell()
    if (document.visibilityState === 'visible') requestAnimationFrame(listen)
    else setTimeout(listen, hiddenEvery)
  }
  video.addEventListener('playing', () => listens || listen())
  video.addEventListener('timeupdate', tell)
  video.addEventListener('ratechange', tell)
  // From the first moment on: when it says that it plays, it may have come some way already.
  video.addEventListener('play', () => heard.plays(video.currentTime, video.playbackRate))
  video.addEventListener('pause', () => heard.breaks('pause'))
  video.addEventListener('seeking', () => {
    heard.breaks('seek')
    if (!video.paused) heard.plays(video.currentTime, video.playbackRate)
  })
  video.addEventListener('ended', () => heard.breaks('end'))
  video.addEventListener('durationchange', () => {
    if (Number.isFinite(video.duration)) heard.length(video.duration)
  })
  video.addEventListener('loadedmetadata', () => {
    if (from > 0 && from < video.duration) video.currentTime = from
  })
  video.addEventListener('error', () => heard.fails())
  video.src = address
  return {
    element: video,
    playedTo: (position) => endOf(video.played, position),
    isApart: () => document.pictureInPictureElement === video,
    lateMs: 150,
  }
}

/** Fractions of a second by which a player may be off where a stretch begins. */
const near = 0.05

function endOf(played: TimeRanges, position: number): number {
  for (let at = 0; at < played.length; at++)
    if (played.start(at) - near <= position && position <= played.end(at) + near) return played.end(at)
  return position
}
