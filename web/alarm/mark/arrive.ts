import '../texts.ts'

export { default } from './mark.tsx'
