import { bringTexts } from '../language.ts'

await bringTexts({
  en: () => import('../locales/en-alerts.ts'),
  he: () => import('../locales/he-alerts.ts'),
})
