import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Paced, paced } from './paced.ts'
import { useSlug } from './session.ts'
import { useApi } from './workspace-api.ts'

/** `open` is asked for a new stream whenever one is needed: at first, when the tab comes back, after one was refused. */
export interface Following {
  open: () => EventSource
  changed: () => void
  ended: () => void
  paused: (isPaused: boolean) => void
}

/** What begins with this is asked again when a webinar has changed. */
export const webinarKey = (slug: string, id: string) => [slug, 'webinar', id] as const

const closed = 2
const firstWaitMs = 1_000
const longestWaitMs = 30_000

/**
 * Follows the changes of a webinar while the tab is visible; returns how to stop. A stream that breaks off opens itself
 * again; one that was refused is opened anew, later each time. What was missed meanwhile shows in the version number.
 */
export function followChanges({ open, changed, ended, paused }: Following): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitMs = firstWaitMs
  let version: string | null = null

  function close() {
    clearTimeout(timer)
    source?.close()
    source = null
  }

  function connect() {
    close()
    if (document.hidden) return
    const stream = open()
    source = stream
    stream.addEventListener('open', () => {
      waitMs = firstWaitMs
      paused(false)
    })
    stream.addEventListener('version', ({ data }) => {
      if (data !== version) changed()
      version = data
    })
    stream.addEventListener('ended', () => {
      close()
      ended()
    })
    stream.addEventListener('error', () => {
      paused(true)
      if (stream.readyState !== closed || source !== stream) return
      // Refused for good, as when the webinar is over: to ask again shows which.
      changed()
      timer = setTimeout(connect, waitMs)
      waitMs = Math.min(longestWaitMs, waitMs * 2)
    })
  }

  const lost = () => paused(true)
  document.addEventListener('visibilitychange', connect)
  window.addEventListener('online', connect)
  window.addEventListener('offline', lost)
  connect()
  return () => {
    document.removeEventListener('visibilitychange', connect)
    window.removeEventListener('online', connect)
    window.removeEventListener('offline', lost)
    close()
  }
}

/** Keeps everything that is shown of a webinar fresh while it runs; true while the connection is lost. */
export function useLive(id: string, isRunning: boolean): boolean {
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [isPaused, setPaused] = useState(false)
  useEffect(() => {
    if (!isRunning) return
    const ask = () => queries.invalidateQueries({ queryKey: webinarKey(slug, id) })
    const refresh: Paced = paced(ask, 1_000)
    const stop = followChanges({
      open: () => new EventSource(api.address(`webinars/${id}/changes`)),
      changed: refresh.run,
      ended: refresh.run,
      paused: setPaused,
    })
    return () => {
      stop()
      refresh.stop()
      setPaused(false)
    }
  }, [api, slug, id, isRunning, queries])
  return isPaused
}
