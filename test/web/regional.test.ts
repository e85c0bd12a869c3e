import { afterEach, expect, test, vi } from 'vitest'
import { regional } from '../../web/regional.ts'

afterEach(() => vi.unstubAllGlobals())

test.for([
  [['he-IL', 'en-GB'], 'en', 'en-GB'],
  [['he'], 'en', 'en'],
  [['en-US@posix'], 'en', 'en'],
  [['en-US@posix', 'en-US'], 'en', 'en-US'],
] as const)('of the languages %o the screens in %s are written as in %s', ([languages, language, written]) => {
  vi.stubGlobal('navigator', { languages })
  expect(regional(language)).toBe(written)
})
