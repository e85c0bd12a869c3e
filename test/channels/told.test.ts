import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/channels/mail/text.ts'
import { tell } from '../../src/channels/told/tell.ts'
import { SIGN_KINDS } from '../../src/domain/alert/kind.ts'
import type { AlertMessage, Message, MessageLanguage } from '../../src/domain/alert/message.ts'
import { alerts, dana, danaInHebrew } from './samples.ts'

function told(message: Message, language: MessageLanguage = 'en') {
  return tell(message, { language, timezone: 'Asia/Jerusalem' })!
}

function title(over: Partial<AlertMessage>, language: MessageLanguage = 'en'): string {
  const person = language === 'en' ? dana(over) : danaInHebrew(over)
  return told(alerts(person), language).title.replace(/[\u2066-\u2069]/g, '')
}

function lines(message: Message, language: MessageLanguage = 'en'): string[] {
  return textOf(told(message, language))
    .split('\n')
    .map((line) => line.replace(/[\u200f\u2066-\u2069]/g, '').trim())
}

describe('the title of an alert', () => {
  const demo = 'the demo “Kiwi Platform in 45 minutes”'
  const over = { ...dana().webinar!, isRunning: false }

  it('says who, what and where, for every kind', () => {
    const titles = Object.fromEntries(SIGN_KINDS.map((kind) => [kind, title({ kind })]))
    expect(titles).toEqual({
      joins_live: `Dana Levi is in ${demo} now – joined at minute 4`,
      attended: `Dana Levi attended ${demo}`,
      watches_replay: `Dana Levi is watching the replay of ${demo}`,
      raises_hand: `Dana Levi raised a hand after ${demo} and waits for you`,
      crosses_mql: 'Dana Levi is an MQL now, with a score of 87',
      crosses_sql: 'Dana Levi is ready for sales (SQL), with a score of 87',
      surges: 'Dana Levi is heating up fast: score 87',
      asks_to_buy: `Dana Levi asked about price in ${demo}`,
      target_account: `Target account Kiwi Foods Ltd: Dana Levi is in ${demo} now`,
    })
  })

  it('says it in Hebrew too', () => {
    expect(title({}, 'he')).toBe('דנה לוי עכשיו בהדגמה ״Kiwi ב-45 דקות״ – הצטרפות בדקה 4')
    for (const kind of SIGN_KINDS) expect(title({ kind }, 'he').replace(/Kiwi|MQL|SQL/g, '')).not.toMatch(/[a-z]/i)
  })

  it('does not say “now” of a webinar that is over by the time it goes out', () => {
    expect(title({ webinar: over })).toBe(`Dana Levi was in ${demo} – joined at minute 4`)
  })

  it('makes do with what is known', () => {
    const person = { ...dana().person, name: null }
    expect(title({ person })).toMatch(/^dana\.levi@kiwi\.example is in/)
    expect(title({ person: { ...person, email: null, phone: null } })).toMatch(/^Somebody without a name is in/)
    expect(title({ webinar: { ...dana().webinar!, topic: null, kind: null }, joinedMinute: 0 })).toBe(
      'Dana Levi is in the webinar now – joined from the start',
    )
    expect(title({ webinar: null, joinedMinute: null, kind: 'target_account' })).toBe(
      'Target account Kiwi Foods Ltd: Dana Levi is active',
    )
    expect(title({ kind: 'asks_to_buy', said: [], webinar: null })).toBe('Dana Levi asked about buying')
  })
})

describe('the evidence of an alert', () => {
  it('is all there, the way to reach them first', () => {
    expect(lines(alerts(dana()))).toEqual([
      'Dana Levi is in the demo “Kiwi Platform in 45 minutes” now – joined at minute 4',
      '',
      'VP Operations · Kiwi Foods Ltd',
      'Score 87 · hot · MQL · fit A',
      'For Noa Bar',
      '',
      '+972 50-123-4567',
      'dana.levi@kiwi.example',
      '',
      'Their own words',
      '“How much would it cost for 200 seats, and can we pay yearly?” – 10:36 · price',
      '“Does it work with our SAP?” – 10:31 · integration',
      '',
      'Poll answers',
      'When do you plan to decide? – “Within 3 months”',
      '',
      '░░█████████░░███████',
      '28 of 38 min live   (█ live  ░ away)',
      '',
      'Newest points',
      '+20  Asked a question during the webinar',
      '+10  Answered a poll during the webinar',
      '+15  Downloaded the special report “The cold chain in 2026”',
      '',
      'I take it: https://ripen.example/w/kiwi/alerts/alert_1#take',
      'Open: https://ripen.example/w/kiwi/people/per_dana',
      '',
      'Kiwi Platform in 45 minutes · Thu 12 Nov, 10:00 · running now · Alert rule: Somebody joins a demo',
      '',
    ])
  })

  it('leaves out what is not known, and nothing stays empty', () => {
    const nobody = { id: 'p', name: 'Dana', email: null, phone: null, company: null, jobTitle: null }
    const bare = dana({
      ...{ person: nobody, webinar: null, presence: null, joinedMinute: null, said: [], answers: [], ledger: [] },
      ...{ grade: null, owner: null, link: null, takeLink: null, kind: 'crosses_mql', rule: '' },
    })
    expect(lines(alerts(bare))).toEqual(['Dana is an MQL now, with a score of 87', '', 'Score 87 · hot · MQL', ''])
  })

  it('signs points, and shows a replay apart from being there live', () => {
    const line = { rule: 'inactive', at: 0, facts: [], reason: 'inactive', params: { days: 14 } }
    const alert = dana({
      ledger: [
        { ...line, points: -12.5 },
        { ...line, points: 0 },
      ],
      presence: {
        seconds: 1200,
        live: [
          [0, 300],
          [200, 310],
        ],
        replay: [[600, 1200]],
      },
    })
    expect(lines(alerts(alert))).toEqual(
      expect.arrayContaining([
        '██████░░░░▒▒▒▒▒▒▒▒▒▒',
        '5 of 20 min live · 10 min of replay   (█ live  ▒ replay  ░ away)',
        '−12.5  No activity for 14 business days',
        '0  No activity for 14 business days',
      ]),
    )
  })

  it('is said in Hebrew, the sentences of the ledger too, with the clock of the company', () => {
    const hebrew = lines(alerts(danaInHebrew()), 'he')
    expect(hebrew).toEqual(
      expect.arrayContaining([
        'ציון 87 · חם · MQL · התאמה A',
        '״כמה זה עולה ל-200 משתמשים, ואפשר לשלם שנתי?״ – 10:36 · מחיר',
        '+15  הורדת הדוח המיוחד ״The cold chain in 2026״',
        '28 מתוך 38 דקות בשידור החי   (█ בשידור החי  ░ לא נכחו)',
      ]),
    )
    const theirs = /Kiwi|MQL|A$|dana\.levi@kiwi\.example|https:\S+|The cold chain in \d+/g
    expect(
      hebrew
        .join('\n')
        .replace(theirs, '')
        .replace(/התאמה A/, ''),
    ).not.toMatch(/[a-z]{2}/i)
  })

  it('begins every line of a Hebrew message from the right, and keeps the strip in the order of time', () => {
    const text = textOf(told(alerts(danaInHebrew()), 'he'))
    for (const line of text.split('\n').filter(Boolean)) expect(line.startsWith('\u200f')).toBe(true)
    expect(text).toContain('\u2066░░█████████░░███████\u2069')
  })
})

describe('several alerts in one message', () => {
  const many = (count: number) =>
    alerts(
      ...Array.from({ length: count }, (_, n) =>
        dana({ id: `a${n}`, score: n, person: { ...dana().person, id: `p${n}` } }),
      ),
    )

  it('are a line each with score and link, the first 20, and how many more there are', () => {
    const all = lines(many(23))
    expect(all[0]).toBe('23 people to look at')
    expect(all.filter((line) => /^\d+ {2}🔴 Dana Levi is in the demo/.test(line))).toHaveLength(20)
    expect(all.filter((line) => line.startsWith('https://ripen.example/'))).toHaveLength(20)
    expect(all.at(-2)).toBe('and 3 more')
    expect(lines(many(2)).join('\n')).not.toContain('more')
  })

  it('say so where all are about one person', () => {
    expect(told(alerts(dana(), dana({ id: 'b' }))).title).toBe('2 alerts about one person')
    expect(told(alerts(dana(), dana({ id: 'b' })), 'he').title).toBe('2 התראות על אדם אחד')
  })
})

describe('what is no alert', () => {
  it('says of a channel that was switched off what it said last, and where to correct it', () => {
    const message = {
      is: 'switched_off',
      channel: 'Sales',
      lastAnswer: '404 no_service',
      link: 'https://r.example/c',
    } as const
    expect(lines(message)[0]).toBe('The channel Sales was switched off')
    expect(lines(message).join('\n')).toMatch(
      /Its last answer: 404 no_service\n\nOpen channels: https:\/\/r\.example\/c/,
    )
  })

  it('says until when the link of an export works', () => {
    const until = Date.UTC(2026, 10, 19, 8, 0)
    const message = { is: 'export', name: 'Hot ones', people: 1, link: 'https://r.example/x', until } as const
    expect(lines(message).slice(2, 5)).toEqual([
      '1 person',
      expect.stringContaining('when you download it'),
      'The link works until Thu 19 Nov, 10:00.',
    ])
    expect(lines(message, 'he')[2]).toBe('אדם אחד')
  })

  it('is the test of a channel', () => {
    expect(lines({ is: 'test', workspace: 'Kiwi', link: null })[0]).toBe('This channel works: a test from Ripen (Kiwi)')
  })
})
