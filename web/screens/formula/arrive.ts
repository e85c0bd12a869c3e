import { bringTexts } from '../../language.ts'

await bringTexts({
  en: () => import('../../locales/en-formula.ts'),
  he: () => import('../../locales/he-formula.ts'),
})

export { default } from './formula.tsx'
