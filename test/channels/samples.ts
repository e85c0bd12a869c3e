import type { AlertMessage, Message } from '../../src/domain/alert/message.ts'

const minute = 60
const began = Date.UTC(2026, 10, 12, 8, 0)

/** Dana in a running demo, with everything that can be known of her. */
export function dana(over: Partial<AlertMessage> = {}): AlertMessage {
  return {
    id: 'alert_1',
    kind: 'joins_live',
    rule: 'Somebody joins a demo',
    at: began + 38 * minute * 1000,
    person: {
      id: 'per_dana',
      name: 'Dana Levi',
      email: 'dana.levi@kiwi.example',
      phone: '+972 50-123-4567',
      company: 'Kiwi Foods Ltd',
      jobTitle: 'VP Operations',
    },
    webinar: { id: 'web_1', topic: 'Kiwi Platform in 45 minutes', kind: 'demo', startsAt: began, isRunning: true },
    presence: {
      seconds: 38 * minute,
      live: [
        [4 * minute, 20 * minute],
        [26 * minute, 38 * minute],
      ],
      replay: [],
    },
    joinedMinute: 4,
    said: [
      {
        text: 'How much would it cost for 200 seats, and can we pay yearly?',
        at: began + 36 * minute * 1000,
        topics: ['price'],
      },
      { text: 'Does it work with our SAP?', at: began + 31 * minute * 1000, topics: ['integration'] },
    ],
    answers: [{ question: 'When do you plan to decide?', answer: 'Within 3 months' }],
    ledger: [
      { rule: 'question_asked', points: 20, at: began, facts: ['f1'], reason: 'question_asked' },
      { rule: 'poll_answered', points: 10, at: began, facts: ['f2'], reason: 'poll_answered' },
      {
        rule: 'report_downloaded',
        points: 15,
        at: began,
        facts: ['f3'],
        reason: 'report_downloaded',
        params: { title: 'The cold chain in 2026' },
      },
    ],
    score: 87,
    stage: 'mql',
    grade: 'A',
    temperature: 'hot',
    owner: 'Noa Bar',
    link: 'https://ripen.example/w/kiwi/people/per_dana',
    takeLink: 'https://ripen.example/w/kiwi/alerts/alert_1#take',
    ...over,
  }
}

/** The same of a company that speaks Hebrew. */
export function danaInHebrew(over: Partial<AlertMessage> = {}): AlertMessage {
  const { person, webinar } = dana()
  return dana({
    rule: 'הצטרפות להדגמה',
    person: { ...person, name: 'דנה לוי', company: 'קיווי מזון בע״מ', jobTitle: 'סמנכ״לית תפעול' },
    webinar: { ...webinar!, topic: 'Kiwi ב-45 דקות' },
    said: [{ text: 'כמה זה עולה ל-200 משתמשים, ואפשר לשלם שנתי?', at: began + 36 * minute * 1000, topics: ['price'] }],
    answers: [{ question: 'מתי אתם מתכננים להחליט?', answer: 'בתוך 3 חודשים' }],
    owner: 'נועה בר',
    ...over,
  })
}

export function alerts(...list: AlertMessage[]): Message {
  return { is: 'alerts', alerts: list }
}
