import { DAY } from '../../make.ts'

/** The moment at which the list was handed over. */
export const handedOver = Date.parse('2026-05-19T07:00:00Z')

const titles = {
  decides: [
    'CISO',
    'Head of Information Security',
    'מנמ״ר',
    'IT Manager',
    'VP Security',
    'מנהלת אבטחת מידע',
    'ИТ-директор',
  ],
  senior: ['CEO', 'מנכ״ל', 'VP Finance', 'Managing Director', 'Генеральный директор'],
  advises: ['Systems Engineer', 'Security Analyst', 'ראש צוות תשתיות', 'Project Manager'],
  other: ['Procurement', 'Student', '', 'Human Resources'],
} as const
const employees = { large: [1001, 1800, 25_000], medium: [200, 640, 1000], small: [3, 45, 199] } as const
/** Days since the last visit; of `recent` the oldest is to the millisecond two weeks ago. */
const lastVisit = { recent: [14, 1, 6, 11], old: [14 + 1 / 86_400_000, 17, 33, 60], never: [null] } as const
const minutes = { enough: [150, 151, 600], little: [149, 35, 80] } as const

type Group = [
  role: keyof typeof titles,
  size: keyof typeof employees,
  visit: keyof typeof lastVisit,
  pages: keyof typeof minutes,
  people: number,
]

/** 700 leads of a vendor of data security; 70 of them in the first group, the others lack at least one thing. */
const groups: Group[] = [
  ['decides', 'large', 'recent', 'enough', 70],
  ['decides', 'large', 'recent', 'little', 22],
  ['decides', 'large', 'old', 'enough', 26],
  ['decides', 'large', 'never', 'little', 9],
  ['decides', 'medium', 'recent', 'enough', 31],
  ['decides', 'medium', 'old', 'little', 24],
  ['decides', 'small', 'recent', 'enough', 28],
  ['senior', 'large', 'recent', 'enough', 33],
  ['senior', 'large', 'old', 'enough', 48],
  ['senior', 'medium', 'recent', 'little', 52],
  ['senior', 'small', 'never', 'little', 47],
  ['advises', 'large', 'recent', 'enough', 29],
  ['advises', 'large', 'old', 'little', 51],
  ['advises', 'medium', 'recent', 'enough', 60],
  ['advises', 'small', 'recent', 'little', 60],
  ['other', 'large', 'recent', 'enough', 12],
  ['other', 'small', 'never', 'little', 98],
]

/** One of them, as the forms and the website tell it. */
export interface Lead {
  email: string
  ready: boolean
  activities: object[]
}

export function leadsOfTheRealCase(): Lead[] {
  return groups.flatMap(([role, size, visit, pages, people], group) =>
    Array.from({ length: people }, (_, index): Lead => {
      const pick = <T>(list: readonly T[]): T => list[index % list.length]!
      const email = `lead${index}@firm${group}.example`
      const person = { email, jobTitle: pick(titles[role]), employees: pick(employees[size]) }
      const days = pick(lastVisit[visit])
      const form = activity(email, 'form.submitted', handedOver - 70 * DAY, {
        person,
        form: { id: 'guide', kind: 'other' },
      })
      const seen = days === null ? [] : visits(email, handedOver - days * DAY, pick(minutes[pages]))
      return { email, ready: group === 0, activities: [form, ...seen] }
    }),
  )
}

/** The seconds on named pages, in one visit or in two; some of them also read the blog, which counts for nothing. */
function visits(email: string, last: number, seconds: number): object[] {
  const view = (time: number, url: string, seconds: number) =>
    activity(email, 'page.viewed', time, { person: { email }, url, seconds })
  return [
    view(last - 2 * DAY, 'https://vendor.example/solutions/dlp', Math.floor(seconds / 2)),
    view(last - 60_000, 'https://vendor.example/blog/ten-leaks', 400),
    view(last, 'https://vendor.example/security/audit', Math.ceil(seconds / 2)),
  ]
}

function activity(email: string, type: string, time: number, data: object): object {
  const at = new Date(Math.floor(time)).toISOString()
  return { specversion: '1.0', id: `${email} ${type} ${at}`, source: 'vendor.example', type, time: at, data }
}
