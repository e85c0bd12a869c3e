import { bringTexts } from '../../language.ts'

await bringTexts({
  en: () => import('../../locales/en-sources.ts'),
  he: () => import('../../locales/he-sources.ts'),
})

export { default } from './sources.tsx'
