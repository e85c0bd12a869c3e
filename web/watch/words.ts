import english from '../locales/en-watch.ts'
import hebrew from '../locales/he-watch.ts'
import { regional } from '../regional.ts'

type Texts = typeof english.watch
type Name = Exclude<keyof Texts, 'state' | 'advice'>

const texts: Record<string, Texts> = { en: english.watch, he: hebrew.watch }

/** The first of the browser's languages that there is, else English. */
const language =
  navigator.languages.map((wish) => wish.split('-')[0]!.replace(/^iw$/, 'he')).find((wish) => wish in texts) ?? 'en'
const own = texts[language]!
const written = regional(language)

/** Turns the page the way its language is written. */
export function startLanguage(): void {
  document.documentElement.lang = language
  document.documentElement.dir = language === 'he' ? 'rtl' : 'ltr'
}

/** A sentence; what fills its gaps keeps its own direction. */
export function say(name: Name, gaps: Record<string, string> = {}): string {
  return filled(own[name], gaps)
}

/** What is wrong, and what to do about it. */
export function sayState(state: keyof Texts['state'], gaps: Record<string, string>): [string, string] {
  return [own.state[state], filled(own.advice[state], gaps)]
}

function filled(text: string, gaps: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => `\u2068${gaps[name] ?? ''}\u2069`)
}

/** A position in a recording: 5:07, 1:02:09. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  const two = (number: number) => String(number).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}

export function day(moment: string): string {
  return new Date(moment).toLocaleString(written, { dateStyle: 'long', timeStyle: 'short' })
}
