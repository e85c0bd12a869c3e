import '../texts.ts'

export { default } from './notifier.ts'
