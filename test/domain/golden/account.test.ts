import { expect, test } from 'vitest'
import { AccountLines, accountKeyOf, companyName, isStaff, Spellings } from '../../../src/domain/account.ts'
import { accountFitOf } from '../../../src/domain/account-fit.ts'
import { makeModel } from '../../make.ts'

const model = makeModel({
  freeMailboxes: ['free.example'],
  disposableMailboxes: ['once.example'],
  staffDomains: ['acme.example'],
})
const keyOf = (addresses: string[], company: string | null = null) => accountKeyOf(addresses, company, model)

test('a business domain is the account, whatever company somebody writes', () => {
  expect(keyOf(['dana@kiwi.example'])).toBe('d:kiwi.example')
  expect(keyOf(['dana@kiwi.example'], 'Plum Ltd')).toBe('d:kiwi.example')
  expect(keyOf(['dana@mail.kiwi.example'])).toBe('d:mail.kiwi.example')
})

test('a free or disposable mailbox is never an account: another address is, else the name, else nothing', () => {
  expect(keyOf(['dana@free.example'])).toBeNull()
  expect(keyOf(['dana@free.example', 'dana@once.example', 'dana@kiwi.example'])).toBe('d:kiwi.example')
  expect(keyOf(['dana@once.example'], 'Kiwi Ltd.')).toBe('n:kiwi')
  expect(keyOf([], 'Kiwi')).toBe('n:kiwi')
  expect(keyOf([], '')).toBeNull()
})

for (const [name, spellings] of [
  ['kiwi', ['Kiwi', ' KIWI, Inc. ', 'Kiwi & Co. KG', 'kiwi GmbH', 'Kiwi Pty Ltd', 'Kiwi S.p.A.', 'Ｋｉｗｉ']],
  ['kiwi fruit', ['Kiwi Fruit', 'Kiwi-Fruit B.V.', '"Kiwi  Fruit" LLC']],
  ['קיווי', ['קיווי', 'קיווי בע"מ', 'קיווי בע״מ']],
  ['киви', ['Киви', 'ООО «Киви»', 'ОАО Киви']],
  ['as roma', ['AS Roma']],
  ['limited', ['Limited']],
  ['', ['-', '...', 'n/a', 'N.A.', 'None', 'Self-employed', 'freelancer', 'עצמאי', 'нет']],
] as const)
  test(`${JSON.stringify(name)} is what ${spellings.join(' | ')} come to`, () => {
    expect(spellings.map(companyName)).toEqual(spellings.map(() => name))
  })

test('staff are at one of the own domains or below it, by any of their addresses', () => {
  expect(isStaff(['dana@acme.example'], model)).toBe(true)
  expect(isStaff(['dana@free.example', 'dana@eu.acme.example'], model)).toBe(true)
  expect(isStaff(['dana@notacme.example'], model)).toBe(false)
  expect(isStaff([], model)).toBe(false)
})

function linesOf(...scores: [email: string, points: number][]) {
  const lines = new AccountLines()
  for (const [person, [email, points]] of scores.entries()) lines.add({ person, email, points })
  return { score: lines.score, who: lines.lines.map(({ email, points }) => `${email} ${points}`) }
}

test('an account comes to the sum of its five highest scores above 0', () => {
  expect(linesOf(['a', 10], ['b', 70], ['c', 30], ['d', 20], ['e', 5], ['f', 40], ['g', 7])).toEqual({
    score: 170,
    who: ['b 70', 'f 40', 'c 30', 'd 20', 'a 10'],
  })
  expect(linesOf(['a', -40], ['b', 0], ['c', 12])).toEqual({ score: 12, who: ['c 12'] })
  expect(linesOf(['a', -40])).toEqual({ score: 0, who: [] })
})

test('of equal scores the smaller address is named, in whatever order they come', () => {
  const people: [string, number][] = ['f', 'b', 'e', 'a', 'd', 'c'].map((email) => [email, 10])
  for (const order of [people, people.toReversed()])
    expect(linesOf(...order).who).toEqual(['a 10', 'b 10', 'c 10', 'd 10', 'e 10'])
})

test('the name is the spelling that most people give, of several the first', () => {
  const best = (...names: (string | null)[]) => {
    const spellings = new Spellings()
    for (const name of names) spellings.add(name)
    return spellings.best
  }
  expect(best('KIWI', 'Kiwi', null, 'Kiwi', '')).toBe('Kiwi')
  expect(best('Kiwi Ltd', 'Kiwi')).toBe('Kiwi')
  expect(best(null, '')).toBeNull()
})

const characteristics = [
  { id: 'country', attribute: 'country', weight: 2, oneOf: ['IL'] },
  { id: 'size', attribute: 'employees', weight: 1, min: 200 },
  { id: 'revenue', attribute: 'revenue', weight: 1, oneOf: ['large'], of: 'company' as const },
  { id: 'role', attribute: 'jobTitle', weight: 50, contains: ['CISO'] },
  { id: 'budget', attribute: 'budget', weight: 50, oneOf: ['yes'] },
  { id: 'home', attribute: 'country', weight: 50, oneOf: ['IL'], of: 'person' as const },
]

test('the fit of a company asks only what is the company’s: its name, country, industry, size, and what says so', () => {
  const fit = accountFitOf(makeModel({ fit: { characteristics } }), [
    { country: 'IL', jobTitle: 'CISO', attributes: { revenue: 'large', budget: 'yes' } },
  ])
  expect(fit).toEqual({
    grade: 'A',
    answers: [
      { id: 'country', attribute: 'country', answer: 'IL', right: true },
      { id: 'size', attribute: 'employees', answer: null, right: false },
      { id: 'revenue', attribute: 'revenue', answer: 'large', right: true },
    ],
  })
})

test('of several answers that of most people holds, of as many the one met first', () => {
  const from = (...countries: string[]) =>
    accountFitOf(
      makeModel({ fit: { characteristics: characteristics.slice(0, 1) } }),
      countries.map((country) => ({ country })),
    )
  expect(from('US', 'il', 'IL')).toMatchObject({ grade: 'A', answers: [{ answer: 'il' }] })
  expect(from('US', 'IL')).toMatchObject({ grade: 'D', answers: [{ answer: 'US', right: false }] })
  expect(accountFitOf(makeModel({ fit: { characteristics: characteristics.slice(3) } }), [{}]).grade).toBeNull()
})
