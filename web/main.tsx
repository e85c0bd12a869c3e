import './style/base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api.ts'
import { App } from './app.tsx'
import { bringTexts, startLanguage } from './language.ts'
import { startTheme } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (failures, error) => !(error instanceof Problem) && failures < 3 },
  },
})

startTheme()
await startLanguage()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
// What the server refuses it says in English itself: no first screen waits for that in another language.
await bringTexts({ en: async () => ({ default: {} }), he: () => import('./locales/he-refusals.ts') })
