import { describe, expect, it } from 'vitest'
import { SENTENCES } from '../../src/domain/messages.ts'
import english from '../../web/locales/en.ts'
import englishAlerts from '../../web/locales/en-alerts.ts'
import englishFormula from '../../web/locales/en-formula.ts'
import englishQuestions from '../../web/locales/en-questions.ts'
import englishReconciliation from '../../web/locales/en-reconciliation.ts'
import englishReplay from '../../web/locales/en-replay.ts'
import englishSources from '../../web/locales/en-sources.ts'
import englishTeam from '../../web/locales/en-team.ts'
import englishWatch from '../../web/locales/en-watch.ts'
import hebrew from '../../web/locales/he.ts'
import hebrewAlerts from '../../web/locales/he-alerts.ts'
import hebrewFormula from '../../web/locales/he-formula.ts'
import hebrewQuestions from '../../web/locales/he-questions.ts'
import hebrewReconciliation from '../../web/locales/he-reconciliation.ts'
import hebrewReplay from '../../web/locales/he-replay.ts'
import hebrewSources from '../../web/locales/he-sources.ts'
import hebrewTeam from '../../web/locales/he-team.ts'
import hebrewWatch from '../../web/locales/he-watch.ts'

const locales: Record<string, Record<string, object>> = {
  en: {
    ...english,
    ...englishAlerts,
    ...englishFormula,
    ...englishQuestions,
    ...englishReconciliation,
    ...englishReplay,
    ...englishSources,
    ...englishTeam,
    ...englishWatch,
  },
  he: {
    ...hebrew,
    ...hebrewAlerts,
    ...hebrewFormula,
    ...hebrewQuestions,
    ...hebrewReconciliation,
    ...hebrewReplay,
    ...hebrewSources,
    ...hebrewTeam,
    ...hebrewWatch,
  },
}

function keysOf(texts: object, under = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [under + key] : keysOf(text, `${under}${key}.`),
  )
}

/** Languages count differently, so the forms of a plural are one key. */
function keysApartFromPlurals(texts: object): string[] {
  const keys = keysOf(texts)
  const stemOf = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '')
  return [...new Set(keys.map((key) => (keys.includes(`${stemOf(key)}_other`) ? stemOf(key) : key)))].sort()
}

function gapsOf(texts: object, key: string): string[] {
  const text = key.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown>)?.[part], texts)
  return [...String(text).matchAll(/\{\{(\w+)/g)].map((match) => match[1]!).sort()
}

describe('the texts of the screens', () => {
  for (const [language, texts] of Object.entries(locales)) {
    it(`have in ${language} a sentence for every message of a ledger`, () => {
      const keys = keysApartFromPlurals(texts.ledger!)
      expect(Object.keys(SENTENCES).filter((message) => !keys.includes(message))).toEqual([])
    })

    for (const [screen, english] of Object.entries(locales.en!)) {
      it(`have in ${language} the same keys as in English: ${screen}`, () => {
        expect(keysApartFromPlurals(texts[screen]!)).toEqual(keysApartFromPlurals(english))
      })

      it(`leave in ${language} the same gaps to fill as in English: ${screen}`, () => {
        const plain = keysOf(english).filter((key) => keysOf(texts[screen]!).includes(key))
        const counted = /_(?:one|two)$/
        for (const key of plain.filter((key) => !counted.test(key)))
          expect([key, ...gapsOf(texts[screen]!, key)]).toEqual([key, ...gapsOf(english, key)])
      })
    }

    it(`have in ${language} every form that its numbers need`, () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const keys = keysOf(texts)
      const counted = keys.filter((key) => key.endsWith('_other'))
      const needed = counted.flatMap((key) => forms.map((form) => key.replace(/other$/, form)))
      expect(needed.filter((key) => !keys.includes(key))).toEqual([])
    })
  }
})
