import { linesOf } from './table.ts'

export type Language = 'en' | 'he' | 'ru'

/** What people ask during a webinar. */
export const questions: Record<Language, string[]> = {
  en: linesOf(`
    Can a restore be tested without touching production?
    What happens to the backups when the domain controller itself is encrypted?
    Is the data encrypted before it leaves our network, and who holds the key?
    How long does a first backup of 8 TB take over a 200 Mbit line?
    Do you support immutable storage, and for how many days?
    What does it cost for 250 mailboxes and 12 servers?
    Does the agent run on Linux, too? We have mostly Debian.
    Can two people be required to delete a backup?
    Is there a report that our auditor would accept?
    We have a branch office with 10 Mbit. Is there a way?
    How do you price growth: by terabyte or by machine?
    Can we keep our own storage and use only the software?
    What is the difference to snapshots of our hypervisor?
    Do you back up the shared drives of the cloud office?
  `),
  he: linesOf(`
    אפשר לבדוק שחזור בלי לגעת בסביבת הייצור?
    מה קורה לגיבויים אם גם שרת הדומיין הוצפן?
    איפה פיזית נשמרים הנתונים? חשוב לנו שיישארו בארץ
    כמה זמן לוקח גיבוי ראשון של 8 טרה?
    יש תמיכה באחסון שלא ניתן למחיקה?
    כמה זה עולה ל־250 תיבות דואר ו־12 שרתים?
    הסוכן רץ גם על לינוקס?
    אפשר לדרוש אישור של שני אנשים לפני מחיקת גיבוי?
    יש דוח שאפשר להגיש למבקר הפנים?
    מה קורה אם מפסיקים את המנוי, איך מקבלים את הנתונים בחזרה?
    האם זה עומד בתקנות הגנת הפרטיות (אבטחת מידע)?
    אפשר לעבוד עם האחסון הקיים שלנו?
  `),
  ru: linesOf(`
    Можно ли восстановить отдельную базу данных, а не весь сервер?
    Поддерживается ли 1С?
    Где хранятся ключи шифрования?
  `),
}

/** What people write in the chat of a webinar. */
export const chats: Record<Language, string[]> = {
  en: linesOf(`
    Good morning from Haifa!
    Hello everyone 👋
    Sound is fine here
    Could you zoom in on the console a little?
    We had exactly this last year. Not fun.
    That is fast!
    +1 for the Linux question
    Will the recording be sent?
    Can you share the slides?
    Thanks, very clear
    How much is it for 500 users? 😀
    Is this the free version?
    We tested it last month, took us an afternoon
    Great session, thank you!
    So the key never leaves our side?
    Sorry, joined late. Is there a checklist?
    We are a team of two, would this be too much for us?
    The second screen is blurry for me
    Better now
    Our auditor asked for exactly this
    What was the name of the report?
    Could you repeat the part about keys?
    👍
    Is the price per terabyte?
    Same question here
    Nice, no reboot!
  `),
  he: linesOf(`
    בוקר טוב לכולם
    שומעים מצוין
    אפשר להגדיל קצת את המסך?
    גם אצלנו זה קרה בשנה שעברה
    תודה רבה, ברור מאוד
    תהיה הקלטה?
    אפשר לקבל את המצגת?
    כמה זה עולה? 🙂
    מצוין!
    יש לכם לקוחות ברשויות מקומיות?
    זה עובד גם בלי ענן?
    אפשר קישור לצ׳קליסט?
  `),
  ru: linesOf(`
    Добрый день!
    Спасибо, очень полезно
    Запись будет?
  `),
}

/** Questions typed into the registration form. */
export const comments: Record<Language, string[]> = {
  en: linesOf(`
    Does it run on Linux?
    We lost two days last year and would like to see how a restore looks.
    Will there be a certificate of attendance?
    Please talk about pricing for schools, "per pupil" is too much for us.
    Comparison with tape?
  `),
  he: linesOf(`
    נשמח לשמוע על שחזור של שרתי SQL
    האם יש הנחה לעמותות?
    אנחנו עם 40 סניפים, מעניין אותנו הנושא של קווים איטיים
    מחפשים תחליף למערכת הקיימת עד סוף השנה
  `),
  ru: linesOf(`
    Интересует восстановление почты
  `),
}

/** Open answers of surveys. */
export const opinions: Record<Language, string[]> = {
  en: linesOf(`
    More time for questions, please
    The part about testing was the best
    A bit fast for me
    I would like to see it with our own data
    Send the price list
  `),
  he: linesOf(`
    היה ענייני ולעניין, תודה
    הייתי רוצה לראות את זה על הנתונים שלנו
    קצת מהיר מדי
    חסרה דוגמה של ארגון קטן
  `),
  ru: linesOf(`
    Хотелось бы больше примеров
  `),
}

/** What visitors ask in the chat of the website. */
export const siteChats: Record<Language, string[]> = {
  en: ['Hi, who can I talk to about 40 servers?', 'Is there a trial without a credit card?'],
  he: ['היי, אפשר לדבר עם מישהו על הצעת מחיר?', 'יש גרסת ניסיון?'],
  ru: ['Есть ли поддержка на русском?'],
}

/** What sales says of a lead that it sends back. */
export const returned = [
  'No budget before next year, asked to be called in the autumn.',
  'Student, wants material for a seminar paper.',
  'Happy with what they have; contract runs two more years.',
  'Three laptops. Too small for us.',
  'לא עונה, נחזור אליו אחרי החגים',
]
