import { tableOf } from './table.ts'

export type Role = 'security' | 'it' | 'management' | 'other'

/** A job title in English, and in Hebrew of a man and of a woman. */
export interface Title {
  role: Role
  english: string
  hebrew: { m: string; f: string }
  weight: number
}

const titles = `
  security/CISO/מנהל אבטחת מידע ראשי/מנהלת אבטחת מידע ראשית/4
  security/Head of information security/ראש תחום אבטחת מידע/ראשת תחום אבטחת מידע/5
  security/Information security analyst/אנליסט אבטחת מידע/אנליסטית אבטחת מידע/5
  security/Cyber security engineer/מהנדס סייבר/מהנדסת סייבר/5
  security/Security and compliance manager/מנהל אבטחת מידע ותאימות/מנהלת אבטחת מידע ותאימות/3
  it/IT manager/מנהל מערכות מידע/מנהלת מערכות מידע/12
  it/CIO/סמנכ״ל מערכות מידע/סמנכ״לית מערכות מידע/5
  it/Infrastructure team lead/ראש צוות תשתיות/ראשת צוות תשתיות/7
  it/System administrator/איש סיסטם/אשת סיסטם/11
  it/Backup administrator/אחראי גיבויים/אחראית גיבויים/5
  it/Cloud architect/ארכיטקט ענן/ארכיטקטית ענן/4
  it/Help desk lead/מנהל תמיכה טכנית/מנהלת תמיכה טכנית/6
  management/CEO/מנכ״ל/מנכ״לית/4
  management/CFO/סמנכ״ל כספים/סמנכ״לית כספים/5
  management/COO/סמנכ״ל תפעול/סמנכ״לית תפעול/3
  management/Purchasing manager/מנהל רכש/מנהלת רכש/4
  other/Consultant/יועץ/יועצת/7
  other/Marketing manager/מנהל שיווק/מנהלת שיווק/5
  other/Office manager/מנהל משרד/מנהלת משרד/5
  other/Developer/מפתח תוכנה/מפתחת תוכנה/7
  other/Student/סטודנט/סטודנטית/6
  other/Accountant/חשב/חשבת/4
`

export const jobTitles: Title[] = tableOf(titles, /\n/).map(([role, english, man, woman, weight]) => ({
  role: role as Role,
  english: english!,
  hebrew: { m: man!, f: woman! },
  weight: Number(weight),
}))

/** Parts of titles by which the model knows the right roles, in both languages. */
export const rightTitles = [
  ...['security', 'ciso', 'it manager', 'cio', 'infrastructure', 'system administrator', 'backup', 'cloud architect'],
  ...['אבטחת מידע', 'סייבר', 'מערכות מידע', 'תשתיות', 'סיסטם', 'גיבויים', 'ענן'],
]
