import type { Chance } from '../../../src/demo/chance.ts'

const longest = 'x'.repeat(3_000)

/** JSON of values that stand where something else is expected. */
export const strangeValues: readonly string[] = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e400', '-1e400', '1e-400', '9007199254740993'],
  ...['123456789012345678901234567890', `1${'0'.repeat(400)}`, '2147483648', '253402300800000', '-62135596800001'],
  ...[
    '[]',
    '{}',
    '[[]]',
    '[{}]',
    '[null]',
    '{"$ne":null}',
    '{"toString":1}',
    '{"length":1e9}',
    '{"__proto__":{"a":1}}',
  ],
  ...['{"constructor":{"prototype":{"polluted":1}}}', `[${'0,'.repeat(2_000)}0]`, `[${'{},'.repeat(1_000)}{}]`],
  ...['""', '" "', '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\ufffe"', '"\\u202egnp.exe"', '"\\u200f\\u200e"'],
  ...['"0"', '"-1"', '"1e400"', '"NaN"', '"null"', '"undefined"', '"true"', '"__proto__"', '"constructor"'],
  ...['"2026-13-45T99:99:99Z"', '"2026-02-30T00:00:00Z"', '"+275760-09-13T00:00:00Z"', '"-000001-01-01T00:00:00Z"'],
  ...[
    '"0000-00-00"',
    '"2026-04-01T10:58:03"',
    '"2026-04-01T10:58:60Z"',
    '"9999-12-31T23:59:59Z"',
    '"1970-01-01T00:00:00Z"',
  ],
  ...[
    '"a@b"',
    '"a@b.example, c@d.example"',
    '"@"',
    '"a@@b.example"',
    '"\\"a b\\"@c.example"',
    `"${'a'.repeat(400)}@b.example"`,
  ],
  ...[`"${'a@'.repeat(1_500)}"`, `"${'a.'.repeat(1_500)}@b.example"`, '"d***@b.example"', '"ДАНА@ПОЧТА.example"'],
  ...[
    '"<script>alert(1)</script>"',
    '"=cmd|\' /C calc\'!A0"',
    '"\'; DROP TABLE fact; --"',
    '"\\u0024{jndi:ldap://x}"',
    '"../../etc/passwd"',
  ],
  ...[
    '"%00%ff"',
    '"\\u0301\\u0301\\u0301\\u0301"',
    '"👩‍👩‍👧‍👦"',
    '"ｆｕｌｌ"',
    `"${longest}"`,
    `"${'\\u0000'.repeat(500)}"`,
    `"${'é'.repeat(3_000)}"`,
  ],
]

export type Path = (string | number)[]

/** Where anything stands in a document. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))
  return path.length > 0 ? [path, ...below] : below
}

const place = '\ue000here\ue000'

/** The JSON of a document with something else at a path: a value, nothing, or one key twice. */
export function spoilt(document: object, path: Path, chance: Chance): string {
  const copy = structuredClone(document) as Record<string | number, unknown>
  const last = path.at(-1)!
  const holder = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, key) => at[key] as never, copy)
  const before = JSON.stringify(holder[last]) ?? 'null'
  const how = chance.weighted([
    ['value', 12],
    ['gone', 2],
    ['twice', 2],
    ['renamed', 1],
    ['wrapped', 1],
  ] as const)
  if (how === 'gone') delete holder[last]
  else holder[last] = place
  const json = JSON.stringify(copy)
  const member = `${JSON.stringify(String(last))}:"${place}"`
  const strange = chance.pick(strangeValues)
  if (how === 'twice')
    return json.replace(
      member,
      () => `${JSON.stringify(String(last))}:${strange},${JSON.stringify(String(last))}:${before}`,
    )
  if (how === 'renamed') return json.replace(member, () => `"__proto__":{${JSON.stringify(String(last))}:${before}}`)
  if (how === 'wrapped') return json.replace(`"${place}"`, () => `[${before}]`)
  return json.replace(`"${place}"`, () => strange)
}
