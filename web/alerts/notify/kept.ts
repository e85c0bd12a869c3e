import { useSyncExternalStore } from 'react'

/** Whether this browser tells of alerts. `denied`: its owner or it forbids it; `missing`: it cannot. */
export type Notify = 'off' | 'on' | 'denied' | 'missing'

const kept = 'ripen.notify'
const listeners = new Set<() => void>()

function now(): Notify {
  if (!('Notification' in window)) return 'missing'
  if (localStorage.getItem(kept) !== 'on') return 'off'
  return Notification.permission === 'granted' ? 'on' : Notification.permission === 'denied' ? 'denied' : 'off'
}

/** Asks for permission where it is needed. What was chosen holds for this browser. */
async function switchTo(isOn: boolean): Promise<void> {
  if (isOn) {
    localStorage.setItem(kept, 'on')
    await Notification.requestPermission()
  } else localStorage.removeItem(kept)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  window.addEventListener('focus', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
    window.removeEventListener('focus', listener)
  }
}

/** How it stands in this browser, the same in all tabs and places, and how to change it. */
export function useNotify(): [Notify, (isOn: boolean) => Promise<void>] {
  return [useSyncExternalStore(subscribe, now), switchTo]
}
