import i18next, { type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** The languages of the screens, as they call themselves. */
export const languages = { en: 'English', he: 'עברית' } as const
export type Language = keyof typeof languages

const kept = 'ripen.language'
type Texts = Record<string, object>
type TextsOf = Record<Language, () => Promise<{ default: Texts }>>

/** The texts of every screen, and those that a screen brought with it. */
const texts: TextsOf[] = [{ en: () => import('./locales/en.ts'), he: () => import('./locales/he.ts') }]

/** What was chosen here before, else the first language of the browser that there is, else English. */
function preferred(): Language {
  const wishes = [localStorage.getItem(kept) ?? '', ...navigator.languages]
  const found = wishes.map((wish) => wish.split('-')[0]!.replace(/^iw$/, 'he')).find((wish) => wish in languages)
  return (found ?? 'en') as Language
}

/** Loads the texts of the preferred language and turns the page the way it is written. */
export async function startLanguage(): Promise<void> {
  const language = preferred()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [language]: await textsOf(language) } as Resource,
    defaultNS: 'common',
    returnNull: false,
    react: { bindI18nStore: 'added' },
  })
  turn(language)
}

/** Loads texts that not every screen needs, and shows them where they were missed; they change with the language. */
export async function bringTexts(more: TextsOf): Promise<void> {
  texts.push(more)
  const language = i18next.language as Language
  add(language, (await more[language]()).default)
}

export async function changeLanguage(language: Language): Promise<void> {
  add(language, await textsOf(language))
  localStorage.setItem(kept, language)
  await i18next.changeLanguage(language)
  turn(language)
}

async function textsOf(language: Language): Promise<Texts> {
  const all = await Promise.all(texts.map((each) => each[language]()))
  return Object.assign({}, ...all.map((each) => each.default))
}

function add(language: Language, words: Texts): void {
  for (const [namespace, own] of Object.entries(words)) i18next.addResourceBundle(language, namespace, own)
}

/** The direction is the locale's own. Engines without `getTextInfo` have the older accessor. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getTextInfo?: () => { direction: 'ltr' | 'rtl' }
    textInfo?: { direction: 'ltr' | 'rtl' }
  }
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr'
}

function turn(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}
