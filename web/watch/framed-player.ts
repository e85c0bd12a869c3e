import { element } from './element.ts'
import type { Player } from './player.ts'

/** What is sent to a player in a frame, and taken from it. */
export interface Frame extends Player {
  element: HTMLIFrameElement
  send(message: object | string): void
}

/**
 * The player of somebody else in a frame, spoken with by messages alone: no script of theirs runs in this page. They are
 * told the address of this server, for else they do not play, and nothing of the link.
 */
export function framedPlayer(address: string, title: string, take: (message: Record<string, unknown>) => void): Frame {
  const { origin } = new URL(address)
  const frame = element('iframe', {
    ...{ src: address, title, allowfullscreen: true, referrerpolicy: 'strict-origin' },
    allow: 'autoplay; encrypted-media; picture-in-picture; fullscreen',
  })
  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin) return
    const message = messageOf(data)
    if (message) take(message)
  })
  return {
    element: frame,
    send: (message) => frame.contentWindow?.postMessage(message, origin),
    // Whether they are seen in a window of their own is not told, so that is not counted.
    isApart: () => false,
    playedTo: (position) => position,
    lateMs: 500,
  }
}

function messageOf(data: unknown): Record<string, unknown> | null {
  try {
    const message = typeof data === 'string' ? JSON.parse(data) : data
    return typeof message === 'object' ? message : null
  } catch {
    return null
  }
}
