import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import english from '../../web/locales/en/rules.json' with { type: 'json' }
import hebrew from '../../web/locales/he/rules.json' with { type: 'json' }

const ids = [...Object.values(TEMPLATES).map(({ rules }) => rules), ...PRESETS.map(({ adds }) => adds)]
  .flat()
  .map(({ id }) => id)

describe('the short names of rules', () => {
  for (const [language, names] of Object.entries({ English: english, Hebrew: hebrew }) as [string, object][]) {
    it(`exist in ${language} for every rule of the templates and strategies, and for no other`, () => {
      expect(Object.keys(names).sort()).toEqual(ids.sort())
    })

    it(`are short enough in ${language} for a bar's words`, () => {
      expect(Object.values(names).filter((name: string) => name.length > 30)).toEqual([])
    })
  }
})
