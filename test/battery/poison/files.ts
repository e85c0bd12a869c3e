import { deflateRawSync, gzipSync } from 'node:zlib'
import type { Chance } from '../../../src/demo/chance.ts'
import { reports } from './documents.ts'
import { bytesOf, joined, type Payload } from './payload.ts'

const mega = 1024 * 1024

/** Files for the import: other kinds of file, tables that are huge or odd, and reports with damage. */
export function* hostileFiles(chance: Chance, count: number): Generator<Payload> {
  const good = reports()
  let made = 0
  for (const payload of odd(good[0]!.bytes)) {
    made++
    yield payload
  }
  for (; made < count; made++) yield damaged(chance.pick(good).bytes, chance.of(made))
}

/** Those that are as large as somebody could make them. */
export function* hugeFiles(): Generator<Payload> {
  const begin = reports().find(({ file }) => file === 'attendees-2026.csv')!.bytes
  const row = 'Yes,Noa Barak,noa@ripe.example,"Apr 01, 2026 14:58:02","Apr 01, 2026 16:00:31",63,No,Israel\n'
  const made: [string, string | Uint8Array][] = [
    ['200,000 columns', joined(begin, `${'x,'.repeat(200_000)}\n`)],
    ['200,000 columns of nothing', joined(begin, `${','.repeat(200_000)}\n`)],
    ['a cell of 10 MB', joined(begin, `Yes,"${'x'.repeat(10 * mega)}",a@b.example\n`)],
    ['a quote that is never closed', joined(begin, `Yes,"${'x,\n'.repeat(mega)}`)],
    ['a million quotes', joined(begin, '"'.repeat(mega))],
    ['two million line breaks', joined(begin, '\n'.repeat(2 * mega))],
    ['two million carriage returns', joined(begin, '\r'.repeat(2 * mega))],
    ['a million semicolons', ';'.repeat(mega)],
    ['10 MB of zeros', new Uint8Array(10 * mega)],
    ['10 MB of 0xff', new Uint8Array(10 * mega).fill(0xff)],
    ['10 MB of blanks', ' '.repeat(10 * mega)],
    ['10 MB without a line', 'x'.repeat(10 * mega)],
    ['UTF-16 of 10 MB', Buffer.from(`\ufeff${'Attendee Report,\n'.repeat(300_000)}`, 'utf16le')],
    ['the same row 50,000 times', joined(begin, row.repeat(50_000))],
    ['a head 5,000 times', joined(begin, begin.subarray(0, 2_000))],
  ]
  for (const [name, bytes] of made)
    yield { name, bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes, unreadable: true }
}

function odd(report: Uint8Array): Payload[] {
  const made: [string, string | Uint8Array][] = [
    ...['', ' ', '\n', '\ufeff', '\0', ',', '"', '""', '"\n"', 'a', 'Attendee Report', 'Attendee Report,\n'].map(
      (text): [string, string] => [`nothing but ${JSON.stringify(text)}`, text],
    ),
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3'],
    ['a workbook', joined('PK\x03\x04', new Uint8Array(26), '[Content_Types].xml', deflateRawSync('x'))],
    ['an empty zip', joined('PK\x05\x06', new Uint8Array(18))],
    ['gzip', gzipSync(report)],
    ['a gzip bomb', gzipSync(new Uint8Array(100 * mega))],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['JSON', '{"attendees":[]}'],
    ['UTF-16', Buffer.from(`\ufeff${Buffer.from(report).toString()}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(Buffer.from(report).toString(), 'utf16le')],
    ['Latin-1', Buffer.from('Attendee Report,\nTopic,Webinar ID\nCafé,123456789\n', 'latin1')],
    ['ten marks', joined(...Array.from({ length: 10 }, () => '\ufeff'), report)],
    ['zeros among the letters', Buffer.from(report).map((byte, at) => (at % 97 === 0 ? 0 : byte))],
  ]
  return made.map(([name, bytes]) => ({
    name,
    bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes,
    unreadable: true,
  }))
}

const cells = [
  ...[
    '',
    '--',
    '"',
    '""',
    "'",
    '=1+1',
    '+972',
    '-1',
    '@x',
    '\t',
    '\0',
    '\u202e',
    '<b>',
    'NaN',
    '1e400',
    '-63',
    '99999999999999999999',
  ],
  ...[
    '"Apr 31, 2026 14:58:02"',
    '"Feb 29, 2026 00:00:00"',
    '"Apr 1, 0000 0:00:00"',
    '"Apr 1, 9999 25:61:61"',
    '13/13/2026',
    '2026-04-01T10:00:00Z',
  ],
  ...[
    'a@b',
    'a@b.example;c@d.example',
    'x'.repeat(70_000),
    '"'.repeat(999),
    ',,,,',
    ';',
    '__proto__',
    'constructor',
    '👩‍👩‍👧‍👦',
    '{{7*7}}',
  ],
]

function damaged(report: Uint8Array, chance: Chance): Payload {
  const text = Buffer.from(report)
  const lines = text.toString().split('\n')
  const at = chance.whole(0, lines.length - 1)
  const inLine = () => {
    const parts = lines[at]!.split(',')
    parts[chance.whole(0, parts.length - 1)] = chance.pick(cells)
    return lines.with(at, parts.join(',')).join('\n')
  }
  const byte = chance.whole(0, text.length - 1)
  const [name, made] = chance.weighted<[string, () => string | Uint8Array]>([
    [['a cell that is something else', inLine], 6],
    [['a line gone', () => lines.toSpliced(at, 1).join('\n')], 1],
    [['a line twice', () => lines.toSpliced(at, 0, lines[at]!).join('\n')], 1],
    [['lines the other way round', () => lines.toReversed().join('\n')], 0.2],
    [['cut off', () => text.subarray(0, byte)], 1],
    [['a byte changed', () => text.map((one, index) => (index === byte ? chance.whole(0, 255) : one))], 2],
    [['a quote within', () => joined(text.subarray(0, byte), '"', text.subarray(byte))], 1],
    [['another separator', () => text.toString().replaceAll(',', chance.pick([';', '\t', '|']))], 0.5],
    [['other line ends', () => text.toString().replaceAll('\n', chance.pick(['\r\n', '\r', '\u2028']))], 0.5],
  ])
  const bytes = made()
  return { name, bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes, unreadable: false }
}
