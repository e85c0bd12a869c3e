/** What is not on the public internet, by what it is for. */
export const PRIVATE_V4 = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254'],
  ...['192.168.0.1', '192.168.255.255', '169.254.169.254', '169.254.170.2', '100.64.0.1', '100.100.100.200'],
  ...[
    '198.18.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
  ],
]
export const PRIVATE_V6 = [
  ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1', '100::1', '2001:db8::1', '3fff::1'],
  ...['2001::1', '2001:20::1', '5f00::1', '4000::1', '0:0:0:0:0:0:0:1', '::ffff:0:7f00:1'],
]

/** A name, and the addresses that it leads to. */
export interface Name {
  host: string
  to: string[]
}

/** Web addresses that lead inward, and the names in them. `port`: of something within that listens. */
export function corpus(port: number): { urls: string[]; names: Name[] } {
  const literals = PRIVATE_V4.flatMap((address) => [...spellings(address), ...carried(address)])
  const names = [
    ...[...PRIVATE_V4, ...PRIVATE_V6].map((to, n) => ({ host: `inward-${n}.example`, to: [to] })),
    ...PRIVATE_V4.map((to, n) => ({ host: `mixed-${n}.example`, to: ['2000::dead', to] })),
    ...PRIVATE_V4.map((to, n) => ({ host: `mapped-${n}.example`, to: [`::ffff:${to}`] })),
  ]
  const hosts = [
    ...literals,
    ...PRIVATE_V6.map((address) => `[${address}]`),
    ...names.map(({ host }) => host),
    ...OF_MACHINES,
  ]
  return { urls: [...hosts.map((host) => `https://${host}/hook`), ...odd(port)], names }
}

/** One IPv4 address in all the ways in which a browser reads it. */
function spellings(address: string): string[] {
  const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number]
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const hex = [a, b, c, d].map((part) => `0x${part.toString(16)}`)
  const octal = [a, b, c, d].map((part) => `0${part.toString(8)}`)
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${whole.toString(16)}`,
    `0${whole.toString(8)}`,
    hex.join('.'),
    octal.join('.'),
    `${hex[0]}.${b}.${octal[2]}.${d}`,
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    octal.map((part) => `0000${part}`).join('.'),
    address.replaceAll('.', '。'),
    address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    address.replace(/\d/, (digit) => `%3${digit}`),
  ]
}

/** The same within an IPv6 address: mapped, compatible, translated, tunnelled. */
function carried(address: string): string[] {
  const [a, b, c, d] = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
  const [high, low] = [`${a}${b}`, `${c}${d}`]
  return [
    ...[`[::ffff:${address}]`, `[::ffff:${high}:${low}]`, `[0:0:0:0:0:ffff:${high}:${low}]`, `[::${address}]`],
    ...[
      `[64:ff9b::${address}]`,
      `[64:ff9b:1::${high}:${low}]`,
      `[2002:${high}:${low}::1]`,
      `[2001:0:${high}:${low}::1]`,
    ],
  ]
}

const OF_MACHINES = [
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'ripen',
    'ripen.example',
    'ripen.example.',
    'RIPEN.example',
  ],
  ...['metadata.google.internal', 'db.internal', 'printer.local', 'router.home.arpa', 'x.onion', 'ｌｏｃａｌｈｏｓｔ'],
]

/** Ways around the rules for schemes, ports, and what comes before a host. */
function odd(port: number): string[] {
  return [
    ...[
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `https://localhost:${port}/`,
    ],
    ...[
      `http://public.example:${port}/`,
      `https://public.example:${port}/`,
      'http://public.example/',
      'https://public.example:80/',
    ],
    ...[
      'https://public.example:22/',
      'https://public.example:25/',
      'https://public.example:6379/',
      'https://public.example:65535/',
    ],
    ...[`https://public.example@127.0.0.1/`, `https://user:pass@public.example/`, 'https://127.0.0.1#@public.example/'],
    ...[
      'https://127.0.0.1\\@public.example/',
      'https:\\\\127.0.0.1\\x',
      'https:127.0.0.1',
      'https:///127.0.0.1/x',
      '//127.0.0.1/',
    ],
    ...[
      'https://public.example%00.127.0.0.1/',
      'https://127.0.0.1%2f@public.example',
      'https://public.example:443:80/',
    ],
    ...[
      'file:///etc/passwd',
      'ftp://127.0.0.1/',
      'gopher://127.0.0.1/_x',
      'data:text/plain,x',
      'javascript:1',
      'unix:/run/x.sock',
    ],
    ...[
      'ws://127.0.0.1/',
      'blob:https://127.0.0.1/x',
      '',
      ' ',
      'https://',
      'https://?',
      'https://#',
      'https://.',
      'https://[',
      'https://[::1',
    ],
  ]
}
