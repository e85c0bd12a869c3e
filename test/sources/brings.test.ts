import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { brings } from '../../src/sources/brings.ts'

/** The types of facts about people that stand in the code of a platform. */
function written(platform: string): string[] {
  const folder = join(import.meta.dirname, '../../src/sources', platform)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const texts = files.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n')
  const types = [...texts.matchAll(/'((?:person|webinar|chat|replay|feedback|poll|question|survey)\.[a-z_]+)'/g)]
  const aboutWebinars = /^webinar\.(?!joined|left|attended)|\.created$|_created$|\.participant/
  const decided = [...texts.matchAll(/decided\('(registration_[a-z]+)'/g)].map((match) => `person.${match[1]}`)
  return [...new Set([...types.map((match) => match[1]!), ...decided])].filter((type) => !aboutWebinars.test(type))
}

it('what a source of Zoom may bring is what its code can make', () => {
  expect([...brings('zoom')].sort()).toEqual(written('zoom').sort())
})

it('a word that is no platform brings nothing', () => {
  expect(brings('carrier pigeon')).toEqual([])
})
