import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIGN_KINDS } from '../../../src/domain/alert/kind.ts'
import { rescore } from '../../../src/workspace/rescore.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { DAY, START } from '../../laws/histories.ts'
import { runs } from '../../laws/seed.ts'
import { knownWebinar, randomStatements } from '../../laws/statements.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { take } from '../told.ts'
import { undone } from '../undone.ts'
import { rule, withRules } from './company.ts'

const patience = 3_600_000
const { ws, clock } = makeWorkspace(START - 60 * DAY)
const kinds = SIGN_KINDS.filter((kind) => !['crosses_mql', 'crosses_sql', 'surges'].includes(kind))
withRules(ws, ...kinds.map((kind) => rule(kind, kind === 'target_account' ? { accounts: ['firm.example'] } : {})))
take(ws, ...knownWebinar)
clock.now = START + 2 * 3_600_000

const twoTellings = randomStatements
  .map((statements) => statements.filter(({ time }) => time <= clock.now))
  .filter((statements) => statements.length > 0)
  .chain((statements) =>
    fc.record({
      statements: fc.constant(statements),
      others: fc.shuffledSubarray([...statements, ...statements], { minLength: statements.length * 2 }),
      size: fc.integer({ min: 1, max: 4 }),
    }),
  )

interface Told {
  rule: number
  person: string
  about: string
  fact: string
}

function alerts({ db }: Workspace): Told[] {
  return db
    .prepare<Told>(
      `SELECT a.rule, c.text AS person, a.about, hex(a.fact) AS fact FROM alert a JOIN person_key k ON k.number = a.person
       JOIN person_key c ON c.number = k.person ORDER BY a.number`,
    )
    .all() as Told[]
}

test(
  'told in any order, in pieces and twice: what holds in the end was told of, and never two of one fact',
  () => {
    let some = 0
    fc.assert(
      fc.property(twoTellings, ({ statements, others, size }) => {
        const once = undone(ws, () => {
          take(ws, ...statements)
          return alerts(drained(ws))
        })
        const again = undone(ws, () => {
          for (let at = 0; at < others.length; at += size) {
            take(ws, ...others.slice(at, at + size))
            drained(ws)
          }
          return alerts(ws)
        })
        some += once.length
        const isTold = ({ rule, person, about, fact }: Told) =>
          again.some(
            (each) => each.rule === rule && (each.fact === fact || (each.person === person && each.about === about)),
          )
        expect(once.filter((each) => !isTold(each))).toEqual([])
        expect(new Set(again.map(({ rule, fact }) => `${rule} ${fact}`)).size).toBe(again.length)
      }),
      runs(150),
    )
    expect(some).toBeGreaterThan(50)
  },
  patience,
)

test(
  'everybody scored anew is told of nothing',
  () => {
    fc.assert(
      fc.property(randomStatements, (statements) =>
        undone(ws, () => {
          take(ws, ...statements)
          const before = alerts(drained(ws))
          rescore(ws)
          expect(alerts(drained(ws))).toEqual(before)
        }),
      ),
      runs(60),
    )
  },
  patience,
)
