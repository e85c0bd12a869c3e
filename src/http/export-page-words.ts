import type { LinkState } from './export-page.ts'
import type { SheetLanguage } from './workspace/export/language.ts'

type Closed = Exclude<LinkState, 'open'>

interface PageWords {
  of: string
  means: string
  until: string
  logged: string
  download: string
  title: Record<Closed, string>
  why: Record<Closed, string>
}

/** What the page of a link says. */
export const pageWords: Record<SheetLanguage, PageWords> = {
  en: {
    of: 'A list of people of',
    means: 'The file is made when you download it: whoever is in the list at that moment.',
    until: 'This link works until',
    logged: 'Each download is written down. Pass the link on only to who may see these people.',
    download: 'Download',
    title: {
      unknown: 'This link leads nowhere',
      ended: 'This link has ended',
      deleted: 'This link was taken back',
      segmentGone: 'This list is gone',
      nobody: 'Nobody is in this list now',
      trouble: 'This does not work just now',
    },
    why: {
      unknown: 'Was all of it copied? Open it from the message that it came in.',
      ended: 'Links work for seven days. The next message brings a new one; whoever set it up can send it now.',
      deleted: 'The regular export that it belongs to was deleted. Ask whoever sent it to you.',
      segmentGone: 'The segment that this link listed was deleted. Ask whoever sent it to you.',
      nobody: 'Those who were in it when the message was sent no longer match. Try again later, until the link ends.',
      trouble: 'Try again in a few minutes.',
    },
  },
  he: {
    of: 'רשימת אנשים של',
    means: 'הקובץ נוצר בזמן ההורדה, עם מי שנמצא ברשימה באותו רגע.',
    until: 'הקישור תקף עד',
    logged: 'כל הורדה נרשמת. אפשר להעביר את הקישור רק למי שמורשה לראות את האנשים האלה.',
    download: 'הורדה',
    title: {
      unknown: 'הקישור לא מוביל לשום מקום',
      ended: 'תוקף הקישור פג',
      deleted: 'הקישור בוטל',
      segmentGone: 'הרשימה כבר לא קיימת',
      nobody: 'אין עכשיו אף אחד ברשימה',
      trouble: 'זה לא עובד כרגע',
    },
    why: {
      unknown: 'אולי לא כולו הועתק? כדאי לפתוח אותו מההודעה שבה הגיע.',
      ended: 'קישורים תקפים לשבעה ימים. בהודעה הבאה יהיה קישור חדש, ומי שהגדיר את השליחה יכול לשלוח כבר עכשיו.',
      deleted: 'הייצוא הקבוע שאליו הוא שייך נמחק. אפשר לפנות למי ששלח אותו.',
      segmentGone: 'הפלח שהקישור הציג נמחק. אפשר לפנות למי ששלח אותו.',
      nobody: 'מי שהיו ברשימה כשההודעה נשלחה כבר לא מתאימים. אפשר לנסות שוב מאוחר יותר, עד שתוקף הקישור יפוג.',
      trouble: 'אפשר לנסות שוב בעוד כמה דקות.',
    },
  },
}
