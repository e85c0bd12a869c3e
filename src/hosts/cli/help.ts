import type { Command } from './command.ts'
import type { Option } from './options.ts'

const start = 'npm run -s ripen --'

/** All commands, one line each. */
export function help(commands: readonly Command[]): string {
  const names = commands.map(({ name, words }) => `${name} ${words}`.trimEnd())
  const width = Math.max(...names.map((name) => name.length))
  return [
    `${start} <command>`,
    '',
    ...commands.map(({ summary }, i) => `  ${names[i]!.padEnd(width)}  ${summary}`),
    '',
    'Every command knows --json and --help. The data are in RIPEN_DATA (./data);',
    'if a server runs on them, it carries the command out. With RIPEN_SERVER (its address) and RIPEN_SECRET',
    'set, a Ripen on Cloudflare does.',
  ].join('\n')
}

/** One command with its options. */
export function commandHelp({ name, words, summary, options }: Command, common: readonly Option[]): string {
  const all = [...options, ...common]
  const names = all.map((option) => `--${option.name}${option.value ? ` ${option.value}` : ''}`)
  const width = Math.max(...names.map((each) => each.length))
  const head = `${start} ${name} ${words}`.trimEnd()
  return [
    `${head} [options]`,
    summary,
    '',
    ...all.map((option, i) => `  ${names[i]!.padEnd(width)}  ${option.help}`),
  ].join('\n')
}
