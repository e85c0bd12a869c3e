import { bringTexts } from '../../language.ts'

await bringTexts({
  en: () => import('../../locales/en-questions.ts'),
  he: () => import('../../locales/he-questions.ts'),
})

export { default } from './questions.tsx'
