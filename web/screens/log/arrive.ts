import { bringTexts } from '../../language.ts'

await bringTexts({
  en: () => import('../../locales/en-team.ts'),
  he: () => import('../../locales/he-team.ts'),
})

export { default } from './log.tsx'
