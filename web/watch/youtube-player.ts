import { framedPlayer } from './framed-player.ts'
import type { Heard, Player } from './player.ts'

const [ended, playing, paused] = [0, 1, 2]
/** It answers only once it has loaded, and is greeted so often until then, ms. */
const greetEvery = 500

interface Info {
  currentTime?: number
  playerState?: number
  playbackRate?: number
  duration?: number
}

/**
 * A video of YouTube, by the messages that its own IFrame API exchanges with the frame: greeted with `listening` it tells
 * `initialDelivery` and `infoDelivery` with what has changed.
 */
export function youtubePlayer(video: string, from: number, title: string, heard: Heard): Player {
  const asked = new URLSearchParams({
    ...{ enablejsapi: '1', origin: location.origin, playsinline: '1', rel: '0' },
    ...(from > 0 && { start: String(Math.floor(from)) }),
  })
  let state = -1
  let rate = 1
  let greeting: ReturnType<typeof setInterval>
  const frame = framedPlayer(`https://www.youtube-nocookie.com/embed/${video}?${asked}`, title, ({ event, info }) => {
    clearInterval(greeting)
    if (event === 'onReady') command('addEventListener', 'onError')
    if (event === 'onError') heard.fails()
    if (event === 'initialDelivery' || event === 'infoDelivery') take((info ?? {}) as Info)
  })
  const command = (func: string, ...args: unknown[]) =>
    frame.send(JSON.stringify({ event: 'command', func, args, id: 1, channel: 'widget' }))

  function take({ currentTime, playerState = state, playbackRate = rate, duration }: Info): void {
    if (duration) heard.length(duration)
    rate = playbackRate
    if (state === playing && currentTime !== undefined) heard.plays(currentTime, rate)
    if (playerState !== state) {
      // It tells of no seek but loads anew, so that counts as one.
      if (state === playing) heard.breaks(playerState === ended ? 'end' : playerState === paused ? 'pause' : 'seek')
      if (playerState === playing && currentTime !== undefined) heard.plays(currentTime, rate)
    }
    state = playerState
  }

  greeting = setInterval(() => frame.send('{"event":"listening","id":1,"channel":"widget"}'), greetEvery)
  return frame
}
