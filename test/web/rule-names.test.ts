import { describe, expect, it } from 'vitest'
import template from '../../src/domain/templates/webinar.json' with { type: 'json' }
import english from '../../web/locales/en/rules.json' with { type: 'json' }
import hebrew from '../../web/locales/he/rules.json' with { type: 'json' }

describe('the short names of rules', () => {
  for (const [language, names] of Object.entries({ English: english, Hebrew: hebrew }) as [string, object][]) {
    it(`exist in ${language} for every rule of the template, and for no other`, () => {
      expect(Object.keys(names).sort()).toEqual(template.rules.map(({ id }) => id).sort())
    })

    it(`are short enough in ${language} for a bar's words`, () => {
      expect(Object.values(names).filter((name: string) => name.length > 30)).toEqual([])
    })
  }
})
