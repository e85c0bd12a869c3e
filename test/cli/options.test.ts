import { expect, test } from 'vitest'
import { type Option, readArguments } from '../../src/hosts/cli/options.ts'

const options: Option[] = [
  { name: 'workspace', value: '<slug>', help: '' },
  { name: 'webinar-kind', value: '<kind>', help: '' },
  { name: 'staff-domain', value: '<domain>', many: true, help: '' },
  { name: 'json', help: '' },
]

test('words, values, switches and repeated options are told apart wherever they stand', () => {
  const given = readArguments(
    [
      'a.csv',
      '--workspace',
      'kiwi',
      'b.csv',
      '--json',
      '--staff-domain=kiwi.example',
      '--staff-domain',
      'lime.example',
    ],
    options,
  )
  expect(given.words).toEqual(['a.csv', 'b.csv'])
  expect(given.text('workspace')).toBe('kiwi')
  expect(given.on('json')).toBe(true)
  expect(given.list('staff-domain')).toEqual(['kiwi.example', 'lime.example'])
})

test('after -- everything is a word, so a file may be called as it likes', () => {
  expect(readArguments(['--', '--workspace'], options).words).toEqual(['--workspace'])
})

const refused: [string[], RegExp][] = [
  [['--workspce', 'kiwi'], /Unknown option --workspce\. Did you mean --workspace\?/],
  [['--webinarkind', 'demo'], /Did you mean --webinar-kind\?/],
  [['--qqqqqqqqqqqqqqqqq'], /Unknown option --qqqqqqqqqqqqqqqqq\.$/],
  [['-w', 'kiwi'], /Unknown option -w/],
  [['--workspace'], /--workspace needs a value: --workspace <slug>/],
  [['--workspace', '--json'], /--workspace needs a value/],
  [['--json=yes'], /--json takes no value/],
  [['--workspace', 'a', '--workspace', 'b'], /--workspace was given twice/],
]
for (const [args, words] of refused)
  test(`"${args.join(' ')}" is refused in words`, () => {
    expect(() => readArguments(args, options)).toThrow(words)
  })
