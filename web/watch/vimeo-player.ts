import { framedPlayer } from './framed-player.ts'
import type { Heard, Player } from './player.ts'

const events = ['play', 'timeupdate', 'pause', 'ended', 'seeked', 'playbackratechange', 'error']

interface Data {
  seconds?: number
  duration?: number
  playbackRate?: number
  name?: string
}

/**
 * A video of Vimeo, by the messages that its own player.js exchanges with the frame: once it says that it is `ready` it
 * tells the events that are asked for. It counts its viewers without cookies (`dnt`).
 */
export function vimeoPlayer(
  video: string,
  hash: string | undefined,
  from: number,
  title: string,
  heard: Heard,
): Player {
  const asked = new URLSearchParams({ ...(hash && { h: hash }), dnt: '1', playsinline: '1' })
  const start = from > 0 ? `#t=${Math.floor(from)}s` : ''
  let rate = 1
  let isPlaying = false
  const frame = framedPlayer(
    `https://player.vimeo.com/video/${video}?${asked}${start}`,
    title,
    ({ event, method, data }) => {
      if (event === 'ready' || method === 'ping')
        for (const value of events) frame.send({ method: 'addEventListener', value })
      else take(String(event), (data ?? {}) as Data)
    },
  )

  function take(event: string, { seconds, duration, playbackRate, name }: Data): void {
    if (duration) heard.length(duration)
    if (event === 'playbackratechange') rate = playbackRate ?? rate
    if (event === 'play') isPlaying = true
    if (event === 'timeupdate' && isPlaying && seconds !== undefined) heard.plays(seconds, rate)
    if (event === 'seeked') heard.breaks('seek')
    if (event === 'pause' || event === 'ended') {
      isPlaying = false
      heard.breaks(event === 'ended' ? 'end' : 'pause')
    }
    if (event === 'error' && name !== 'RangeError') heard.fails()
  }

  frame.element.addEventListener('load', () => frame.send({ method: 'ping' }))
  return frame
}
