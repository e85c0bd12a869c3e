import { useEffect } from 'react'

/** What the tab is called while a screen is shown. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Ripen` : 'Ripen'
    return () => {
      document.title = 'Ripen'
    }
  }, [title])
}
