export interface Poll {
  question: string
  options: string[]
}

/** A webinar as the company remembers it; when it is told in days before (or after) today. */
export interface Told {
  key: string
  /** Days before today; negative: days ahead; `now`: it runs as the demo starts. */
  ago: number | 'now'
  clock: string
  minutes: number
  kind: 'educational' | 'demo' | 'customer_story'
  funnelStage: 'awareness' | 'consideration' | 'decision'
  language: 'en' | 'he'
  topic: string
  /** Who signs up in all, and which share of them comes. */
  registrants: number
  attendance: number
  cost: number
  cobranded?: boolean
  /** Attendance comes from Zoom's report file: it was before webhooks were connected. */
  fromReport?: boolean
  /** One in twenty webhooks of its room was lost, and Zoom's report came later. */
  isLossy?: boolean
  polls: Poll[]
}

const budget: Poll = {
  question: 'Is there a budget for backup this year?',
  options: ['Yes, approved', 'Being discussed', 'Next year', 'No'],
}
const budgetInHebrew: Poll = {
  question: 'יש תקציב לגיבוי השנה?',
  options: ['כן, מאושר', 'בדיונים', 'בשנה הבאה', 'אין'],
}
const lastRestore: Poll = {
  question: 'When did you last restore a whole server?',
  options: ['This quarter', 'This year', 'Longer ago', 'Never'],
}

/** The year of the company: ten webinars held or running, two to come. */
export const webinarsTold: Told[] = [
  {
    ...{ key: 'ransomware', ago: 342, clock: '11:00', minutes: 45, kind: 'educational', funnelStage: 'awareness' },
    ...{ language: 'en', topic: 'Ransomware and your backups: what really happens, hour by hour' },
    ...{ registrants: 176, attendance: 0.42, cost: 5200, fromReport: true, polls: [lastRestore] },
  },
  {
    ...{ key: 'cloud', ago: 297, clock: '14:00', minutes: 30, kind: 'educational', funnelStage: 'awareness' },
    ...{ language: 'he', topic: 'גיבוי לענן בלי הפתעות בחשבונית', registrants: 216, attendance: 0.41, cost: 4100 },
    polls: [
      { question: 'איפה הגיבויים שלכם היום?', options: ['בארגון', 'בענן', 'גם וגם', 'לא בטוח'] },
      { question: 'כמה נתונים אתם מגבים?', options: ['עד 1TB', '1–10TB', 'מעל 10TB'] },
    ],
  },
  {
    ...{ key: 'demo-restore', ago: 262, clock: '11:30', minutes: 40, kind: 'demo', funnelStage: 'decision' },
    ...{ language: 'en', topic: 'Shaked Backup live: restore a whole server in 12 minutes' },
    ...{ registrants: 66, attendance: 0.44, cost: 1900, polls: [budget] },
  },
  {
    ...{ key: 'twenty', ago: 218, clock: '12:00', minutes: 20, kind: 'educational', funnelStage: 'awareness' },
    ...{ language: 'en', topic: 'Backup security in 20 minutes', registrants: 282, attendance: 0.36, cost: 3800 },
    polls: [lastRestore],
  },
  {
    ...{ key: 'zero-trust', ago: 173, clock: '16:00', minutes: 60, kind: 'educational', funnelStage: 'awareness' },
    ...{ language: 'en', topic: 'Zero trust for small IT teams, with Tavor Networks', cobranded: true },
    ...{ registrants: 240, attendance: 0.39, cost: 6400 },
    polls: [
      {
        question: 'Who may sign in without a second factor?',
        options: ['Nobody', 'Some service accounts', 'Most people'],
      },
      budget,
    ],
  },
  {
    ...{ key: 'privacy', ago: 126, clock: '11:00', minutes: 50, kind: 'educational', funnelStage: 'consideration' },
    ...{ language: 'he', topic: 'הגנת הפרטיות וגיבויים: מה החוק דורש ממנהלי מערכות מידע' },
    ...{ registrants: 208, attendance: 0.4, cost: 4700 },
    polls: [
      { question: 'מי אחראי אצלכם על הגנת הפרטיות?', options: ['IT', 'משפטי', 'ממונה ייעודי', 'אף אחד'] },
      budgetInHebrew,
    ],
  },
  {
    ...{ key: 'office', ago: 83, clock: '14:30', minutes: 35, kind: 'educational', funnelStage: 'consideration' },
    ...{ language: 'en', topic: 'Your cloud office is not a backup', registrants: 204, attendance: 0.38, cost: 3900 },
    polls: [{ question: 'How long are deleted mails kept?', options: ['30 days', '90 days', 'A year', 'No idea'] }],
  },
  {
    ...{ key: 'demo-attack', ago: 39, clock: '11:00', minutes: 45, kind: 'demo', funnelStage: 'decision' },
    ...{ language: 'he', topic: 'הדגמה חיה: שחזור מלא אחרי מתקפת כופר', registrants: 76, attendance: 0.45, cost: 2100 },
    polls: [budgetInHebrew],
  },
  {
    ...{ key: 'seven-tests', ago: 8, clock: '11:00', minutes: 30, kind: 'educational', funnelStage: 'consideration' },
    ...{
      language: 'en',
      topic: 'Seven restore tests worth doing this month',
      isLossy: true,
      registrants: 228,
      attendance: 0.41,
      cost: 3600,
    },
    polls: [lastRestore, budget],
  },
  {
    ...{ key: 'demo-now', ago: 'now', clock: '', minutes: 60, kind: 'demo', funnelStage: 'decision' },
    ...{ language: 'en', topic: 'Shaked Backup live: from nothing to protected in an hour' },
    ...{ registrants: 102, attendance: 0.56, cost: 2200 },
    polls: [budget, { question: 'Which would you test first?', options: ['Files', 'Mail', 'Servers', 'Databases'] }],
  },
  {
    ...{ key: 'insurance', ago: -3, clock: '11:00', minutes: 40, kind: 'educational', funnelStage: 'awareness' },
    ...{
      language: 'he',
      topic: 'ביטוח סייבר: מה המבטח ישאל על הגיבויים שלכם',
      registrants: 128,
      attendance: 0.4,
      cost: 4300,
    },
    polls: [budgetInHebrew],
  },
  {
    ...{ key: 'hospital', ago: -9, clock: '15:00', minutes: 45, kind: 'customer_story', funnelStage: 'consideration' },
    ...{
      language: 'en',
      topic: 'Back in four hours: the story of a hospital',
      registrants: 96,
      attendance: 0.4,
      cost: 5100,
    },
    polls: [],
  },
]
