import { expect, test } from 'vitest'
import type { Million } from './million.ts'
import { isComplete, millionTable } from './table.ts'

const machine = {
  ...{ date: '2026-05-12T14:00:00.000Z', cpu: 'Fig 3000', cores: 2, memoryGb: 8, system: 'Linux 6 x64' },
  ...{ disk: 'ext4 (/dev/fig)', freeGb: 20, syncMs: 1.5, node: 'v24.0.0', sqlite: '3.51.3', stolen: 0.25 },
}
const none = { stored: 0, refused: 0, unanswered: 0, broken: 0, held: 0 }
const waits = { asked: 1_000, p99: 20, longest: 340 }
const seen: Million = {
  ...{
    people: 1_000_000,
    webhooks: 3_600_003,
    bytesPerWebhook: 630,
    compression: 4,
    seconds: 1_000,
    backlogSeconds: 2,
  },
  ...{ lost: 0, front: waits, health: waits, senderStall: 12, memory: null, database: 4_000, largestWal: 60 },
  parts: [
    {
      ...{ name: 'exit', deliveries: 800_001, offeredIn: 60, storedIn: 140, storedMeanwhile: 300_000, p99: 900 },
      tries: [{ ...none, stored: 500_000, refused: 300_000, unanswered: 1 }, { ...none, stored: 300_001 }, none, none],
    },
  ],
  cpuSeconds: { server: 700, sender: 90, watcher: 5, everything: 800 },
  ranking: [{ order: 'webinar', median: 1.5, p99: 3 }],
  checks: [{ what: 'joins', sent: 1_300_000, stored: 1_300_000 }],
}

test('what became of each try is told, and that everything is stored exactly once', () => {
  expect(isComplete(seen)).toBe(true)
  const table = millionTable(seen, machine, 1)
  for (const words of [
    '800,001 offered in 60 s, 13,333/s',
    /first try +stored 500,000, refused \(503\) 300,000, not answered in 3 s 1\n/,
    /first retry +stored 300,001\n/,
    'other programs 5',
    'Everything is stored, exactly once: joins.',
  ])
    expect(table).toMatch(words)
  expect(table).not.toContain('second retry')
  expect(table).not.toMatch(/QUICK|FAILED/)
})

test('a delivery that no try brought in, or a count that differs, is a failure in words', () => {
  const [lost, wrong] = [
    { ...seen, lost: 12 },
    { ...seen, checks: [{ what: 'joins', sent: 1_300_000, stored: 1_299_999 }] },
  ]
  expect([isComplete(lost), isComplete(wrong)]).toEqual([false, false])
  expect(millionTable(lost, machine, 1)).toContain('FAILED: 12 deliveries were not stored by any of their tries.')
  expect(millionTable(wrong, machine, 0.01)).toMatch(/QUICK[\s\S]*FAILED: joins: 1,299,999 instead of 1,300,000\./)
})
