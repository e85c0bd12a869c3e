import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coolingPicture } from './cooling.ts'

const file = join(import.meta.dirname, '../../../pictures/cooling.svg')

test('the picture of the three ways to cool is what the engine says today', () => {
  if (process.env.RIPEN_PICTURES === 'write') writeFileSync(file, coolingPicture())
  expect(readFileSync(file, 'utf8')).toBe(coolingPicture())
})

test('it shows 60 points going in 2 days after the 14 business days', () => {
  expect(coolingPicture()).toContain('mirror: 2 Mar 20, 3 Mar 40, 4 Mar 60, 25 Mar 40, 26 Mar 20, 27 Mar 0;')
})
