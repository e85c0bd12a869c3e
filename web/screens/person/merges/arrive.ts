import { bringTexts } from '../../../language.ts'

await bringTexts({
  en: () => import('../../../locales/en-reconciliation.ts'),
  he: () => import('../../../locales/he-reconciliation.ts'),
})

export { default } from './merges.tsx'
