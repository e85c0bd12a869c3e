import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { atMost, type Cost, type Row, rowOf, short } from '../row.ts'

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}

const dist = join(import.meta.dirname, '../../../web/dist')
const screens = ['screens/sign-in/sign-in.tsx', 'screens/webinars/webinars.tsx']
const fonts = { en: ['latin'], he: ['latin', 'hebrew'] }

/** What a browser that was never here fetches until sign-in and the list of webinars stand, as it is sent. */
export async function run({ profile }: Context): Promise<Row[]> {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const languages = Object.keys(fonts) as (keyof typeof fonts)[]
  const loads = languages.map((language) => {
    const files = loadedBy(manifest, ['index.html', ...screens, `locales/${language}.ts`])
    return { language, files, sent: size(files, '.br'), whole: size(files, ''), fonts: fontSize(manifest, language) }
  })
  const largest = loads.toSorted((a, b) => b.sent - a.sent)[0]!
  const inWords = loads.map(
    ({ language, sent, fonts }) => `${language} ${short(sent)} kB and ${short(fonts)} kB of fonts`,
  )
  return [
    rowOf({
      name: 'first-load',
      what: 'sign-in and webinars in a fresh browser: page, scripts, styles and texts, the larger of the languages',
      against: 'the same files before compression',
      value: largest.sent,
      unit: 'kB brotli',
      baseline: largest.whole,
      goal: 150,
      goalOf: 'value',
      goalIs: 'most',
      must: [atMost('kB', largest.sent, 250)],
      note: `${inWords.join('; ')}. Fonts (woff2, only the subsets that the language needs) come after and are not counted.`,
      ...(profile && { costs: costsOf(largest.files, largest.sent) }),
    }),
  ]
}

/** The files of these modules and of all that they import at once. */
function loadedBy(manifest: Record<string, Chunk>, names: readonly string[]): string[] {
  const seen = new Set<string>()
  const files = new Set(['index.html'])
  for (const waiting = [...names]; waiting.length > 0; ) {
    const name = waiting.pop()!
    if (seen.has(name)) continue
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`${name} is not in the manifest of the build`)
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    waiting.push(...(chunk.imports ?? []))
  }
  return [...files]
}

function fontSize(manifest: Record<string, Chunk>, language: keyof typeof fonts): number {
  const wanted = Object.keys(manifest).filter((name) =>
    fonts[language].some((subset) => name.endsWith(`rubik-${subset}-wght-normal.woff2`)),
  )
  return size(
    wanted.map((name) => manifest[name]!.file),
    '',
  )
}

function costsOf(files: readonly string[], sent: number): Cost[] {
  const costs = files.map((file) => ({ thread: '', share: size([file], '.br') / sent, what: file }))
  return costs.toSorted((a, b) => b.share - a.share).slice(0, 12)
}

function size(files: readonly string[], suffix: string): number {
  return files.reduce((sum, file) => sum + statSync(join(dist, file + suffix)).size, 0) / 1000
}
