import { tableOf } from './table.ts'

/** What companies of a kind are called (`*` stands for the first part), what they are, how many people work there. */
export interface CompanyKind {
  hebrew: string
  english: string
  domain: string
  industry: string
  employees: [number, number]
}

/** First part of a company's name, in Hebrew and in English. */
export const companyRoots: string[][] = tableOf(`
  אורן/Oren, כרמל/Carmel, גליל/Galil, תמר/Tamar, נגב/Negev, שרון/Sharon, ירדן/Yarden, הדר/Hadar, רימון/Rimon, אלון/Alon
  דקל/Dekel, צבר/Tsabar, נחל/Nachal, סלע/Sela, ענבר/Inbar, שחף/Shachaf, עוגן/Ogen, מגדלור/Migdalor, אופק/Ofek, מפרש/Mifras
  ניצן/Nitzan, זית/Zayit, גפן/Gefen, ברוש/Brosh, חרמון/Hermon, ארבל/Arbel, קינרת/Kinneret, תבל/Tevel, לביא/Lavi, דולב/Dolev
`)

/** Companies of other countries: name, first part of the domain, country. */
export const foreignRoots: string[][] = tableOf(`
  Brightwater/brightwater/GB, Halvorsen/halvorsen/NO, Ferngate/ferngate/US, Stonebridge/stonebridge/US, Lindenhof/lindenhof/DE
  Marwick/marwick/GB, Oakhurst/oakhurst/US, Silverlake/silverlake/US, Vermeulen/vermeulen/NL, Kestrel/kestrel/GB
`)

const kinds = `
  לוגיסטיקה/Logistics/log/Logistics/60/900
  ביטוח/Insurance/ins/Insurance/220/3200
  מרכזים רפואיים/Medical Centers/med/Healthcare/350/6500
  תעשיות/Industries/ind/Manufacturing/120/2400
  מזון/Foods/foods/Manufacturing/80/1500
  תוכנה/Software/soft/Software/12/420
  ייעוץ/Consulting/con/Consulting/4/90
  פיננסים/Finance/fin/Finance/150/2800
  *, כץ ושות'/*, Katz & Co./law/Legal/8/160
  קמעונאות/Retail/retail/Retail/90/4000
  מכללה/College/edu/Education/60/700
  עירייה/Municipality/muni/Public sector/300/3500
  אנרגיה/Energy/energy/Energy/90/1800
  נדל״ן ונכסים/Properties/prop/Real estate/10/140
`

export const companyKinds: CompanyKind[] = tableOf(kinds, /\n/).map(
  ([hebrew, english, domain, industry, least, most]) => ({
    hebrew: hebrew!,
    english: english!,
    domain: domain!,
    industry: industry!,
    employees: [Number(least), Number(most)],
  }),
)

/** Mailboxes that anybody gets. The names are invented, so the demo's model has to be told of them. */
export const freeDomains = ['webmail.example', 'doar-hinam.example', 'pochta.example', 'quickmail.example']

/** Mailboxes made to be thrown away. */
export const disposableDomains = ['ten-minutes.example']

/** The partner of the co-branded webinar. */
export const partner = { name: 'Tavor Networks', domains: ['tavor.example'] }

/** The company whose workspace this is. */
export const company = { name: 'Shaked Backup', slug: 'shaked', domain: 'shaked.example' }
