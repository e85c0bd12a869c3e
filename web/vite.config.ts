import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `web/` → `web/dist`. The manifest tells the bench what the first screens load. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
