import { bringTexts } from '../../language.ts'

await bringTexts({
  en: () => import('../../locales/en-people.ts'),
  he: () => import('../../locales/he-people.ts'),
})

export { default } from './people.tsx'
