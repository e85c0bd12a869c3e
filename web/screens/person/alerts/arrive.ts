import '../../../alerts/texts.ts'

export { default } from './alerts.tsx'
