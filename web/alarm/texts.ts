import { bringTexts } from '../language.ts'

await bringTexts({
  en: () => import('../locales/en-alarm.ts'),
  he: () => import('../locales/he-alarm.ts'),
})
