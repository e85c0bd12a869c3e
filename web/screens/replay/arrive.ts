import { bringTexts } from '../../language.ts'

await bringTexts({
  en: () => import('../../locales/en-replay.ts'),
  he: () => import('../../locales/he-replay.ts'),
})

export { default } from './replay.tsx'
