import '../texts.ts'

export { default } from './banner.tsx'
