import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailOf } from '../../src/channels/mail/mail.ts'
import { type SlackMessage, slackMessage } from '../../src/channels/slack/slack.ts'
import { type TeamsMessage, teamsMessage } from '../../src/channels/teams/teams.ts'
import { tell } from '../../src/channels/told/tell.ts'
import type { Told } from '../../src/channels/told/told.ts'
import { SIGN_KINDS } from '../../src/domain/alert/kind.ts'
import type { AlertMessage } from '../../src/domain/alert/message.ts'
import { runs } from '../laws/seed.ts'
import { alerts, dana } from './samples.ts'

const nasty = [
  ...['<!channel>', '<https://evil.example|Click here>', '&lt;!here&gt;', '*bold* _it_ ~no~ `code`', '> quote'],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</title><b>',
    '[x](https://evil.example)',
  ],
  ...[
    '\r\nBcc: all@kiwi.example',
    '\n\n.\r\n',
    '\u202egnirts',
    '\u2066\u2067\u2068x',
    '\u2069\u2069',
    'a\u0301'.repeat(40),
  ],
  ...['\ud800', '👩‍👩‍👧‍👦'.repeat(60), '\u0000\u0007\u001b[31m', '{{name}}', '$&$1', 'שלום <b>', 'x'.repeat(20_000)],
  ...[
    '&'.repeat(4000),
    '<'.repeat(4000),
    '"\\'.repeat(2000),
    '\ufeff\u200b\u2028\u2029',
    ':smile: :skull:',
    '𐀀'.repeat(3000),
  ],
]
const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 400 }), fc.string())
const maybe = fc.option(text, { nil: null })
const links = fc.constantFrom(
  null,
  'https://r.example/a',
  `https://r.example/${'x'.repeat(1900)}`,
  'javascript:alert(1)',
  'https://r.example/"><b>|x',
)

const alert: fc.Arbitrary<AlertMessage> = fc
  .record({
    kind: fc.constantFrom(...SIGN_KINDS),
    rule: text,
    person: fc.record({ id: fc.string(), name: maybe, email: maybe, phone: maybe, company: maybe, jobTitle: maybe }),
    said: fc.array(fc.record({ text, at: fc.constant(0), topics: fc.array(text, { maxLength: 5 }) }), { maxLength: 5 }),
    answers: fc.array(fc.record({ question: text, answer: text }), { maxLength: 5 }),
    title: text,
    topic: maybe,
    ...{ grade: maybe, owner: maybe, link: links, takeLink: links },
  })
  .map(({ title, topic, ...over }) => {
    const [, , download] = dana().ledger
    const ledger = [{ ...download!, params: { title } }, { ...download!, rule: title, reason: title }, download!]
    return dana({ ...over, ledger, webinar: { ...dana().webinar!, topic } })
  })
const message = fc.oneof(
  fc.array(alert, { minLength: 1, maxLength: 1 }),
  fc.array(alert, { minLength: 2, maxLength: 30 }),
)
const languages = fc.constantFrom('en', 'he')

function holds(check: (told: Told) => void, count = 100) {
  fc.assert(
    fc.property(message, languages, (list, language) => {
      check(tell(alerts(...list), { language, timezone: 'Asia/Jerusalem' })!)
    }),
    runs(count),
  )
}

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const turning = /[\u061c\u200e\u202a-\u202e\ufeff]/
const marks = (sign: RegExp, line: string) => line.match(sign)?.length ?? 0

describe('whatever people call themselves and write', () => {
  it('is one line without control characters, and turns nothing around beyond itself', () => {
    holds((told) => {
      for (const line of textsIn([told.title, told.foot, told.parts])) {
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(line).not.toMatch(turning)
        expect(line.isWellFormed()).toBe(true)
        expect(marks(/\u2069/g, line)).toBeLessThanOrEqual(marks(/[\u2066-\u2068]/g, line))
      }
      for (const { url } of told.links) expect(url).toMatch(/^https:\/\/r\.example\/[^<>|"'\s]*$/)
    })
  })

  it('stays within what Slack takes, and calls nobody and links nowhere of its own', () => {
    holds((told) => {
      const sent = slackMessage(told)
      expect(sent.blocks.length).toBeLessThanOrEqual(50)
      expect(JSON.stringify(sent).length).toBeLessThan(13_000)
      for (const block of sent.blocks) expectBlock(block)
      for (const line of textsIn(sent).filter((each) => !each.startsWith('https://'))) {
        expect(
          line.replace(/<(?:https:\/\/r\.example\/[^<>|]*|tel:\+?\d+|mailto:[\w.+@-]+)\|[^<>|]*>/g, ''),
        ).not.toMatch(/[<>]/)
        expect(line).not.toMatch(/&(?!amp;|lt;|gt;)/)
      }
    })
  })

  function expectBlock(block: SlackMessage['blocks'][number]) {
    if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(150)
    if (block.type === 'section') {
      expect(block.text.text.length).toBeLessThanOrEqual(3000)
      expect(block.text.text.trim()).not.toBe('')
      if (block.text.type === 'mrkdwn') expect(block.text.verbatim).toBe(true)
    }
    if (block.type === 'actions')
      for (const { text } of block.elements) expect(text.text.length).toBeLessThanOrEqual(75)
  }

  it('stays within what Teams takes, in runs that it reads no Markdown in', () => {
    holds((told) => {
      const sent = teamsMessage(told)
      expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThan(20_000)
      const { rtl, body, actions } = sent.attachments[0]!.content
      expect(rtl).toBe(told.direction === 'rtl')
      for (const { type, inlines } of body) {
        expect(type).toBe('RichTextBlock')
        expect(inlines.every((run) => run.type === 'TextRun' && run.text !== '')).toBe(true)
        for (const { selectAction } of inlines)
          if (selectAction) expect(selectAction.url).toMatch(/^(?:https:\/\/r\.example\/|tel:|mailto:)/)
      }
      for (const action of actions) expect(action.url).toMatch(/^https:\/\/r\.example\//)
    })
  })

  it('adds no header, no element and no attribute to a mail', () => {
    holds((told) => {
      const { subject, html, text } = mailOf(told, 'msg_1', ['noa@kiwi.example'])
      expect(subject).not.toMatch(/\p{Cc}/u)
      expect(subject.length).toBeLessThanOrEqual(150)
      expect(text.split('\n').length).toBeLessThan(80)
      const tags = new Set([...html.matchAll(/<\/?([a-z1-9!]+)/gi)].map(([, name]) => name))
      for (const tag of tags)
        expect([
          '!doctype',
          'html',
          'head',
          'meta',
          'title',
          'body',
          'div',
          'h1',
          'table',
          'tr',
          'td',
          'bdi',
          'span',
          'a',
        ]).toContain(tag)
      expect(html.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>"']/)
      const attributes = [...html.matchAll(/<[^<>]*>/g)].flatMap(([tag]) =>
        [...tag.matchAll(/\s([\w-]+)=/g)].map(([, name]) => name),
      )
      for (const name of new Set(attributes)) expect(name).not.toMatch(/^on/)
      for (const [, href] of html.matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(/^(?:https:\/\/r\.example\/|tel:\+?\d+$|mailto:[\w.+@-]+$)/)
    })
  })
})

describe('a digest that is too long', () => {
  it.each<[string, (told: Told) => SlackMessage | TeamsMessage]>([
    ['Slack', slackMessage],
    ['Teams', teamsMessage],
  ])('names fewer for %s and counts the others, so that nobody is lost', (_, formOf) => {
    const long = `https://r.example/${'x'.repeat(1900)}`
    const list = Array.from({ length: 25 }, (_, n) =>
      dana({ id: `a${n}`, link: long, person: { ...dana().person, id: `p${n}` } }),
    )
    const texts = textsIn(formOf(tell(alerts(...list), { language: 'en', timezone: 'UTC' })!))
    const named = texts.filter((line) => line.includes('Dana Levi is in')).length
    expect(named).toBeGreaterThan(2)
    expect(named).toBeLessThan(20)
    expect(texts.join('\n')).toContain(`and ${25 - named} more`)
  })
})
