import { Refused } from '../../domain/refusal.ts'

/** One option of a command: what follows it (none: a switch), whether it may be repeated, what it does in words. */
export interface Option {
  name: string
  value?: string
  many?: true
  help: string
}

/** What was given: positional words, and per option its value, true for a switch, a list for a repeated one. */
export interface Given {
  words: string[]
  text(name: string): string | undefined
  list(name: string): string[]
  on(name: string): boolean
}

/** Reads arguments; refuses an unknown option with the nearest valid one, and a missing or needless value. */
export function readArguments(args: string[], options: readonly Option[]): Given {
  const words: string[] = []
  const values = new Map<string, string[]>()
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg === '--') return given([...words, ...args.slice(i + 1)], values)
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg)
      continue
    }
    const [name, joined] = split(arg)
    const option = options.find((each) => `--${each.name}` === name)
    if (!option) throw unknownOption(name, options)
    if (!option.value && joined !== undefined) throw new Refused('invalid', `${name} takes no value.`)
    const value = option.value ? (joined ?? args[++i]) : ''
    if (value === undefined || (option.value && joined === undefined && value.startsWith('--')))
      throw new Refused('invalid', `${name} needs a value: ${name} ${option.value}.`)
    const before = values.get(option.name) ?? []
    if (before.length > 0 && !option.many) throw new Refused('invalid', `${name} was given twice.`)
    values.set(option.name, [...before, value])
  }
  return given(words, values)
}

function split(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=')
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)]
}

function given(words: string[], values: Map<string, string[]>): Given {
  return {
    words,
    text: (name) => values.get(name)?.[0],
    list: (name) => values.get(name) ?? [],
    on: (name) => values.has(name),
  }
}

function unknownOption(name: string, options: readonly Option[]): Refused {
  const near = nearest(
    name,
    options.map((option) => `--${option.name}`),
  )
  return new Refused('invalid', `Unknown option ${name}.${near ? ` Did you mean ${near}?` : ''}`)
}

/** The candidate with the fewest edits, if it is near enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const ranked = candidates.map((candidate) => ({ candidate, edits: editsBetween(word, candidate) }))
  ranked.sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best && best.edits <= Math.max(3, word.length / 2) ? best.candidate : null
}

function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
