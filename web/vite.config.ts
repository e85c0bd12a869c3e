import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * `web/` → `web/dist`: the dashboard, and the page of links to a replay. The manifest tells the bench what the first
 * screens load.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    rolldownOptions: { input: ['index.html', 'watch.html'].map((page) => join(import.meta.dirname, page)) },
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
