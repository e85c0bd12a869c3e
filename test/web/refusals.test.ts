import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type Resource } from 'i18next'
import { describe, expect, it } from 'vitest'
import { readZoomFile } from '../../src/sources/zoom/files.ts'
import { Problem } from '../../web/api.ts'
import hebrew from '../../web/locales/he/refusals.json' with { type: 'json' }
import { type Said, saidBy, sentenceIn } from '../../web/parts/words.tsx'
import { attendeeReport, came, refusalOf, stayedAway } from '../sources/zoom-files-writer.ts'

interface Catalogue {
  area: string
  templates: Record<string, string>
}

const root = join(import.meta.dirname, '../../src')

/** All catalogues of the server: what the files export that make one. */
async function catalogues(): Promise<Catalogue[]> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const making = paths.filter((path) => /= catalogue\(/.test(readFileSync(join(root, path), 'utf8')))
  const modules = await Promise.all(making.map((path) => import(join(root, path)) as Promise<object>))
  return modules.flatMap((module) => Object.values(module).filter((each): each is Catalogue => 'templates' in each))
}

async function speaking(lng: 'en' | 'he') {
  const language = i18next.createInstance()
  const resources: Resource = lng === 'he' ? { he: { refusals: hebrew } } : {}
  await language.init({ lng, fallbackLng: false, resources, interpolation: { escapeValue: false } })
  return language
}

const plural = /_(?:one|two|other)$/
const gapsOf = (text: string, gap: RegExp) => [...new Set([...text.matchAll(gap)].map((match) => match[1]!))].sort()
const texts = hebrew as Record<string, Record<string, string>>

describe('what the server says, in Hebrew', () => {
  it('is there for every sentence of the server, and for nothing else', async () => {
    const server = (await catalogues()).flatMap(({ area, templates }) =>
      Object.keys(templates).map((name) => `${area}.${name}`),
    )
    const screen = Object.entries(texts).flatMap(([area, own]) =>
      Object.keys(own).map((name) => `${area}.${name.replace(plural, '')}`),
    )
    expect(server.length).toBeGreaterThan(100)
    expect([...new Set(screen)].sort()).toEqual([...new Set(server)].sort())
  })

  it('fills no gap that the server does not, and leaves out only what a plural or the reader tells by itself', async () => {
    const left: string[] = []
    for (const { area, templates } of await catalogues())
      for (const [name, template] of Object.entries(templates))
        for (const [key, text] of Object.entries(texts[area]!).filter(([key]) => key.replace(plural, '') === name)) {
          const filled = gapsOf(text, /\{\{(\w+)\}\}/g)
          const given = [...gapsOf(template, /\{(\w+)\}/g), ...(area === 'field' ? ['count'] : [])]
          expect([key, filled.filter((gap) => !given.includes(gap))]).toEqual([key, []])
          const isSaid = (gap: string) => filled.includes(gap) || (gap === 'count' && plural.test(key))
          left.push(...given.filter((gap) => !isSaid(gap) && area !== 'field').map((gap) => `${area}.${key} ${gap}`))
        }
    expect(left).toEqual(['door.role role', 'door.role scope'])
  })

  it('is Hebrew, and keeps apart what it cites with both signs', () => {
    for (const own of Object.values(texts))
      for (const text of Object.values(own)) {
        expect(text.replace(/^\W*(\{\{\w+\}\}\W*)+$/, 'א')).toMatch(/[א-ת]/)
        expect(text.split('\u2068').length).toBe(text.split('\u2069').length)
      }
  })
})

describe('a refusal on the screen', () => {
  const english = 'The table “{table}” has no column {name}.'
  const said: Said = {
    text: english,
    key: 'file.noTable',
    params: { people: { text: 'x', key: 'filePart.attendees' } },
  }

  it('is the sentence of the server where the language has no other, with what it cites kept apart', async () => {
    const sentence = sentenceIn(await speaking('en'), { ...said, text: 'The table “שלום” has no column “email”.' })
    expect(sentence).toBe('The table “\u2068שלום\u2069” has no column “\u2068email\u2069”.')
    const unknown = { text: 'Give a valid API key.', key: 'door.madeUp' }
    expect(sentenceIn(await speaking('he'), unknown)).toBe('Give a valid API key.')
  })

  it('says parts of itself in its own language', async () => {
    expect(sentenceIn(await speaking('he'), said)).toContain('לפני טבלת המשתתפים: הוא קטוע')
  })

  it('counts as its language counts', async () => {
    const he = await speaking('he')
    const wait = (count: number) => ({
      text: '',
      key: 'door.tooMany',
      params: { wait: { text: '', key: 'door.minutes', params: { count } } },
    })
    const waits = [1, 2, 7].map((count) => sentenceIn(he, wait(count)).replace(/^.*בעוד /, ''))
    expect(waits).toEqual(['דקה אחת.', 'שתי דקות.', '7 דקות.'])
  })

  it('takes a cell of a file as text: signs that turn text, braces and commands in it do nothing', async () => {
    const hostile = '\u202eevil\u2069 {{table}} $t(file.empty) <b>'
    const params = { title: hostile }
    const sentence = sentenceIn(await speaking('he'), { text: '', key: 'file.unknownTitle', params })
    expect(sentence).toContain('״\u2068evil {{table}} $t(file.empty) <b>\u2069״')
  })

  it('is read of a problem as the server sends it', () => {
    const problem = new Problem(400, { detail: 'Empty.', key: 'file.empty', params: {} })
    expect(saidBy(problem)).toEqual({ text: 'Empty.', key: 'file.empty', params: {} })
    expect(saidBy(new Problem(502, { title: 'Bad Gateway' }))).toEqual({ text: 'Bad Gateway' })
  })
})

describe('a report that is refused, in Hebrew', () => {
  it.each([
    ['a picture', '\x89PNG', /^הקובץ הזה הוא תמונה \(PNG\) ולא דוח של Zoom\. .*Attendee Report/],
    ['the list of meetings', 'Topic,Host,Participants\nA,B,3\n', /^זו רשימת הפגישות של Zoom.*בשביל מי שנרשמו\.$/],
    ['nothing', ' ', /^הקובץ ריק\./],
    ['a list that counts', 'Performance Report\n', /^זה Performance Report של Zoom/],
    ['a report in Hebrew', 'דוח משתתפים,\n', /^זה נראה כמו דוח של Zoom בעברית \(״\u2068דוח משתתפים\u2069״\)/],
    [
      'a report that is cut off',
      'Attendee Report,\nTopic,Webinar ID\nA,842 1190 5573\n',
      /לפני טבלת המשתתפים: הוא קטוע/,
    ],
  ])('is told what %s is', async (_, content, words) => {
    const bytes = Uint8Array.from(content, (sign) => sign.charCodeAt(0))
    const given = /[א-ת]/.test(content) ? content : bytes
    expect(sentenceIn(await speaking('he'), refusalOf(given).words!)).toMatch(words)
  })

  it('and what of a report that is taken is left out or odd, says so without an English sentence', async () => {
    const he = await speaking('he')
    const attendees = [
      came('Dana', 'dana@almond.example', '14:30:00', '14:10:00', 10),
      came('Ben', '', '14:00:00', 'soon', 10),
      came('Eva', 'eva@almond.example', '14:00:00', '14:10:00', 44),
      came('Uri', 'uri@almond.example', '14:00:00', '14:10:00', 44),
      stayedAway('Cem', 'cem'),
    ]
    const bytes = new TextEncoder().encode(attendeeReport({ attendees }))
    const { skipped, warnings } = readZoomFile(bytes, { file: 'a.csv', timezone: 'UTC' })
    const words = [...skipped.map(({ why }) => why), ...warnings].map((each) => sentenceIn(he, each))
    expect(words.length).toBeGreaterThan(3)
    for (const sentence of words) expect(sentence.replace(/\u2068.*?\u2069/g, '')).not.toMatch(/[a-z]{2,} [a-z]{2,}/)
    expect(words[0]).toMatch(/^שעת היציאה \(\u2068.*\u2069\) לפני שעת ההצטרפות/)
    expect(words.join('\n')).toMatch(/בשורות \d+ ו-\d+ לא מתאימות/)
  })
})
