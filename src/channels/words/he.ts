import { explainInHebrew } from '../../domain/messages-he.ts'
import type { MessageWords, TitleParts } from './words.ts'

const number = new Intl.NumberFormat('he')

export const hebrew: MessageWords = {
  direction: 'rtl',
  locale: 'he',
  title: {
    joins_live: ({ name, webinar, isRunning, minute }) =>
      isRunning
        ? `${name} עכשיו ב${webinar ?? 'וובינר'}${joined(minute)}`
        : `${name}: השתתפות ב${webinar ?? 'וובינר'}${joined(minute)}`,
    attended: ({ name, webinar }) => `${name}: השתתפות ב${webinar ?? 'וובינר'}`,
    watches_replay: ({ name, webinar }) => `${name}: צפייה בהקלטה של ${webinar ?? 'וובינר'}`,
    raises_hand: ({ name, webinar }) => `${name}: פנייה יזומה${webinar ? ` אחרי ${webinar}` : ''}, כדאי לחזור בהקדם`,
    crosses_mql: ({ name, score }) => `${name}: הגעה לשלב MQL, בציון ${score}`,
    crosses_sql: ({ name, score }) => `${name}: בשלות למכירה (SQL), בציון ${score}`,
    surges: ({ name, score }) => `${name}: התחממות מהירה, בציון ${score}`,
    asks_to_buy: ({ name, topics, webinar }) => `${name}: שאלה על ${topics ?? 'קנייה'}${webinar ? ` ב${webinar}` : ''}`,
    target_account: (parts) => `חברת יעד${parts.company ? ` ${parts.company}` : ''}: ${place(parts)}`,
  },
  nobody: 'מישהו בלי שם',
  webinar: (kind, topic) => `${KINDS[kind ?? ''] ?? 'וובינר'}${topic ? ` ״${topic}״` : ''}`,
  stage: {
    registrant: 'נרשם',
    lead: 'ליד',
    mql: 'MQL',
    sql: 'SQL',
    opportunity: 'הזדמנות',
    customer: 'לקוח',
    nurture: 'בטיפוח',
    disqualified: 'נפסל',
  },
  temperature: { cold: 'קר', warm: 'פושר', hot: 'חם' },
  topic: {
    price: 'מחיר',
    contract: 'חוזה',
    trial: 'ניסיון',
    integration: 'אינטגרציה',
    timing: 'לוח זמנים',
    security: 'אבטחה',
    comparison: 'השוואה למתחרים',
    decision: 'החלטה',
  },
  score: (score) => `ציון ${score}`,
  grade: (grade) => `התאמה ${grade}`,
  owner: (owner) => `באחריות ${owner}`,
  isRunning: 'משודר עכשיו',
  said: 'במילים שלהם',
  answered: 'תשובות בסקרים',
  answers: (question) => `${question} –`,
  presence: { live: 'בשידור החי', replay: 'בהקלטה', away: 'לא נכחו' },
  present: (minutes, of) => `${minutes} מתוך ${of} דקות בשידור החי`,
  replayed: (minutes) => `${minutes} דקות בהקלטה`,
  why: 'הנקודות האחרונות',
  explain: explainInHebrew,
  rule: (rule) => `כלל ההתראה: ${rule}`,
  open: 'לפתיחה',
  take: 'באחריותי',
  quoted: (text) => `״${text}״`,
  people: (count, alerts) => {
    if (count === 1) return `${number.format(alerts)} התראות על אדם אחד`
    return count === 2 ? 'שני אנשים שכדאי להכיר' : `${number.format(count)} אנשים שכדאי להכיר`
  },
  more: (left) => (left === 1 ? 'ועוד אדם אחד' : left === 2 ? 'ועוד שניים' : `ועוד ${number.format(left)}`),
  switchedOff: (channel) => `הערוץ ${channel} הופסק`,
  switchedOffMeans:
    'Ripen ניסה לשלוח אליו שוב ושוב ולא הצליח, ולכן הפסיק. ההתראות שנועדו אליו ממתינות על המסך. צריך לתקן את הכתובת ולהפעיל אותו מחדש.',
  lastAnswer: (answer) => `התשובה האחרונה ממנו: ${answer}`,
  channels: 'אל הערוצים',
  test: (workspace) => `הערוץ עובד: הודעת ניסיון מ-Ripen‏ (${workspace})`,
  testMeans: 'ההתראות יגיעו לכאן. אין צורך לעשות דבר.',
  export: (name) => `הייצוא ״${name}״ מוכן`,
  exported: (people) => (people === 1 ? 'אדם אחד' : people === 2 ? 'שני אנשים' : `${number.format(people)} אנשים`),
  exportMeans: 'הקובץ נוצר בזמן ההורדה, עם מי שנמצא ברשימה באותו רגע.',
  until: (moment) => `הקישור תקף עד ${moment}.`,
  download: 'להורדה',
}

const KINDS: Readonly<Record<string, string>> = { demo: 'הדגמה', customer_story: 'סיפור לקוח' }

function joined(minute: number | null): string {
  return minute === null ? '' : minute === 0 ? ' – מההתחלה' : ` – הצטרפות בדקה ${minute}`
}

function place({ name, webinar, isRunning }: TitleParts): string {
  if (!webinar) return `פעילות של ${name}`
  return isRunning ? `${name} עכשיו ב${webinar}` : `השתתפות של ${name} ב${webinar}`
}
