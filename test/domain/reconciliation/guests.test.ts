import { describe, expect, test } from 'vitest'
import { type Connection, guestsOf } from '../../../src/domain/reconciliation/guests.ts'
import type { Stay } from '../../../src/domain/stay.ts'
import { atOnce } from '../../../src/workspace/in-steps.ts'
import { at, MINUTE } from '../../make.ts'

function connection(
  id: string,
  name: string | null,
  from: string,
  minutes: number,
  { evidence = 'webhook', ...more }: Partial<Connection & Pick<Stay, 'evidence'>> = {},
): Connection {
  const start = at(from)
  return {
    id,
    name,
    stays: [{ from: start, to: start + minutes * MINUTE, evidence, facts: [id] }],
    bound: [],
    isPhone: false,
    ...more,
  }
}

const people = (...connections: Connection[]) =>
  atOnce(guestsOf(connections)).map((group) => group.map(({ id }) => id).join(' '))

describe('how many people unidentified connections are', () => {
  test('one name is counted as one, however often it came in and whatever the device adds', () => {
    const dana = ['Dana Levi', 'dana levi', 'Dana Levi’s iPhone'].map((name, index) =>
      connection(`d${index}`, name, '10:00', 10),
    )
    expect(people(...dana, connection('b', 'Ben', '10:00', 5))).toEqual(['d0 d1 d2', 'b'])
  })

  test('a phone and a computer that the platform bound are one', () => {
    const phone = connection('p', '+1 202 555 0147', '10:00', 10, { bound: ['c'], isPhone: true })
    expect(people(phone, connection('c', 'Dana', '10:01', 20))).toEqual(['p c'])
  })

  test('a telephone that the report shows with the same digits is one', () => {
    const row = connection('r', '1 (202) ***-0147', '10:00', 10, { evidence: 'report' })
    expect(people(connection('p', '1202***0147', '10:00', 10), row)).toEqual(['p r'])
  })

  test('without a name each connection is one, but for the two sources of one stay', () => {
    const webhooks = ['10:00:00', '10:00:30', '10:20:00'].map((from, index) => connection(`w${index}`, null, from, 30))
    const rows = ['10:00:31', '10:20:05'].map((from, index) =>
      connection(`r${index}`, 'Guest', from, 30, { evidence: 'report' }),
    )
    expect(people(...webhooks, ...rows)).toHaveLength(3)
  })

  test('nobody is nobody', () => {
    expect(people()).toEqual([])
  })
})
