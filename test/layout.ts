import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'

/** Which folders of src a folder may import from; the folder itself is always allowed. */
const arrows: Record<string, string[]> = {
  domain: [],
  sources: ['domain'],
  channels: ['domain'],
  store: ['domain'],
  workspace: ['domain', 'sources', 'channels', 'store'],
  directory: ['domain', 'store'],
  http: ['domain', 'sources', 'channels', 'store', 'workspace', 'directory'],
  demo: ['domain', 'sources', 'channels', 'store', 'workspace', 'directory', 'http'],
  hosts: ['domain', 'sources', 'channels', 'store', 'workspace', 'directory', 'http', 'demo'],
}

const hostOnly = /^(better-sqlite3|@hono\/node-server|nodemailer|node:(?!crypto$).+)/

const bansInDomain: [RegExp, string][] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)/, 'new Date() without arguments'],
  [/\bDate\(\s*\)/, 'Date()'],
  [/\bperformance\b/, 'performance'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bfetch\s*\(/, 'fetch'],
  [/\bprocess\s*[.[]/, 'process'],
  [/\bconsole\s*[.[]/, 'console'],
  [/\bset(Timeout|Interval|Immediate)\b/, 'timers'],
  [/\bcrypto\s*[.[]/, 'crypto'],
]

const emptyNames = /^(utils?|helpers?|commons?|managers?|services?)$/

const longest = 300

/**
 * What is wrong with a tree, one sentence each, given as path (`src/domain/fact.ts`) -> text.
 * Rules: the arrows of the house; no clock, random or I/O in domain; host packages in hosts only; names; lengths;
 * the dashboard takes values from domain, types from http, and names no left and right in its styles.
 */
export function layoutProblems(tree: ReadonlyMap<string, string>): string[] {
  return [...tree].flatMap(([path, text]) => fileProblems(path, text))
}

function fileProblems(path: string, text: string): string[] {
  const problems: string[] = []
  const bare = path.split('/').flatMap((part) => part.split(/[.-]/))
  const empty = bare.find((word) => emptyNames.test(word))
  if (empty) problems.push(`${path}: the name "${empty}" says nothing`)
  const lines = text.split('\n').length - 1
  if (lines > longest) problems.push(`${path}: ${lines} lines, at most ${longest}`)
  if (path.startsWith('web/')) return [...problems, ...webProblems(path, text)]
  const layer = path.split('/')[1]!
  const allowed = arrows[layer]
  if (!allowed) return [...problems, `${path}: "${layer}" is no folder of the house`]
  const code = withoutComments(text)
  for (const target of importsOf(code)) {
    const problem = importProblem(path, layer, allowed, target)
    if (problem) problems.push(problem)
  }
  if (layer === 'domain')
    for (const [ban, name] of bansInDomain) if (ban.test(code)) problems.push(`${path}: ${name} is banned in domain`)
  return problems
}

const sided = /(?:^|[\s;{-])(?:left|right)\b|text-align:\s*left/
/** Digits run from the left in every language: only so do units stand under units. */
const unitsUnderUnits = /text-align: right\b/g

/** Styles mirror with the language by themselves; only what runs in time (the strip) places its parts from the left. */
function webProblems(path: string, text: string): string[] {
  if (path.endsWith('.css'))
    return sided.test(text.replaceAll(unitsUnderUnits, ''))
      ? [`${path}: left or right in a style, use inline-start or -end`]
      : []
  if (path === 'web/build.ts' || path === 'web/vite.config.ts') return []
  const code = withoutComments(text)
  const typesOnly = new Set(
    importsOf(code.match(/\b(?:import|export) type\b[^'"]*(['"])[^'"\n]+\1/g)?.join('\n') ?? ''),
  )
  return importsOf(code).flatMap((target) => {
    const at = target.startsWith('.') ? posix.join(dirname(path).split(sep).join('/'), target) : target
    if (/^node:|^better-sqlite3/.test(at)) return [`${path}: ${at} does not run in a browser`]
    if (!at.startsWith('src/') || at.startsWith('src/domain/')) return []
    if (at.startsWith('src/http/') && typesOnly.has(target)) return []
    return [`${path}: the dashboard may not import ${at}${at.startsWith('src/http/') ? ' but for its types' : ''}`]
  })
}

function importProblem(path: string, layer: string, allowed: string[], target: string): string | null {
  if (target.startsWith('.')) {
    const at = posix.join(dirname(path).split(sep).join('/'), target)
    const [root, other] = at.split('/')
    if (root === 'migrations' || at === 'package.json')
      return layer === 'domain' ? `${path}: domain may not import ${at}` : null
    if (at === 'web/build.ts' && layer === 'hosts') return null
    if (root !== 'src') return `${path}: imports ${at}, which is outside src`
    if (other === layer || allowed.includes(other!)) return null
    return `${path}: ${layer} may not import ${other} (${at})`
  }
  if (layer === 'domain' && target !== 'zod') return `${path}: domain may not import ${target}`
  if (layer !== 'hosts' && hostOnly.test(target)) return `${path}: ${target} belongs in hosts`
  return null
}

function importsOf(code: string): string[] {
  const found = code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)
  return [...found].map((match) => match[2]!)
}

/** Comments blanked; strings kept, since imports are strings. */
function withoutComments(text: string): string {
  return text.replace(/(["'])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|[^\\`])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (match) =>
    match.startsWith('/') ? ' ' : match,
  )
}

/** The TypeScript of `root`/src and the dashboard as `layoutProblems` wants it. */
export function readTree(root: string): Map<string, string> {
  const tree = new Map<string, string>()
  for (const folder of ['src', 'web'].map((name) => join(root, name)).filter((path) => existsSync(path)))
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(file.parentPath, file.name)
      const name = relative(root, path).split(sep).join('/')
      const kept = /\.(?:tsx?|css)$/.test(file.name) && !name.startsWith('web/dist')
      if (file.isFile() && kept) tree.set(name, readFileSync(path, 'utf8'))
    }
  return tree
}
