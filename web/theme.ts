import { useState } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const kept = 'ripen.theme'

function stored(): Theme {
  const theme = localStorage.getItem(kept)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Sets the colours that were chosen here before; without a choice the system decides. */
export function startTheme(): void {
  show(stored())
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(stored)
  return [
    theme,
    (next) => {
      localStorage.setItem(kept, next)
      show(next)
      setTheme(next)
    },
  ]
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
