import { expect, test } from 'vitest'
import { Candidates } from '../../../src/domain/reconciliation/candidates.ts'

const candidates = new Candidates()
const registrants: [string, string, boolean?][] = [
  ['Dana Levi', 'dana@kiwi.example'],
  ['Dana Levi', 'd.levi@fig.example'],
  ['Dina Levi', 'dina@fig.example'],
  ['', 'noa.cohen@plum.example'],
  ['Uri Ben Ami', 'uri@plum.example', true],
  ['Jonathan Katz', 'jk@plum.example'],
]
for (const [index, [name, address, isThere = false]] of registrants.entries())
  candidates.add(index, { names: name ? [name] : [], addresses: [address], isThere })

test.each([
  [
    'dana levi',
    [
      [0, 'same_name'],
      [1, 'same_name'],
    ],
  ],
  [
    'Levi, Dana',
    [
      [0, 'alike'],
      [1, 'alike'],
      [2, 'alike'],
    ],
  ],
  [
    'D Levi',
    [
      [0, 'alike'],
      [1, 'alike'],
      [2, 'alike'],
    ],
  ],
  ['Noa Cohen', [[3, 'address']]],
  ['noa.cohen@other.example', [[3, 'address']]],
  ['Jonathon Katz', [[5, 'alike']]],
  ['Uri Ben-Ami', [[4, 'same_name']]],
  ['Dana', []],
  ['iPhone', []],
  ['+1 202 555 0147', []],
  ['', []],
])('behind “%s” may be %j', (name, found) => {
  expect(candidates.of(name).map(({ person, because }) => [person, because])).toEqual(found)
})

test('somebody who is there already is said to be', () => {
  expect(candidates.of('Uri Ben Ami')).toEqual([{ person: 4, because: 'same_name', isThere: true }])
})

test('a word that hundreds have suggests nobody by itself', () => {
  const many = new Candidates()
  for (let person = 0; person < 300; person++)
    many.add(person, { names: [`Dana Levi${person}`], addresses: [], isThere: false })
  expect(many.of('Dana L')).toEqual([])
  expect(many.of('Dana Levi7')).toEqual([{ person: 7, because: 'same_name', isThere: false }])
})
