import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardedCells } from '../../src/http/workspace/export/crm-text.ts'
import { EXPORT_PROFILES, type ExportProfile } from '../../src/http/workspace/export/profiles.ts'
import type { ExportedPerson } from '../../src/workspace/export/people.ts'
import { aboutFile, csvOf, exportedPerson } from './exported.ts'

const crms = ['hubspot', 'salesforce', 'marketo', 'pardot'] as const

async function rowsOf(profile: ExportProfile, people: ExportedPerson[], about = aboutFile()) {
  return parse(await csvOf(profile, people, about), { columns: true, bom: true }) as Record<string, string>[]
}

/** The headings that a CRM has of its own, with what stands under them. */
const dana: Record<(typeof crms)[number], Record<string, string>> = {
  hubspot: {
    Email: 'dana@kiwi.example',
    'First Name': 'Dana',
    'Last Name': 'Levi',
    'Company Name': 'Kiwi',
    'Phone Number': '+972501234567',
    'Job Title': 'IT manager',
    Country: 'Israel',
  },
  salesforce: {
    Email: 'dana@kiwi.example',
    FirstName: 'Dana',
    LastName: 'Levi',
    Company: 'Kiwi',
    Phone: '+972501234567',
    Title: 'IT manager',
    Country: 'Israel',
  },
  marketo: {
    email: 'dana@kiwi.example',
    firstName: 'Dana',
    lastName: 'Levi',
    company: 'Kiwi',
    phone: '+972501234567',
    title: 'IT manager',
    country: 'Israel',
  },
  pardot: {
    Email: 'dana@kiwi.example',
    'First Name': 'Dana',
    'Last Name': 'Levi',
    Company: 'Kiwi',
    Phone: '+972501234567',
    'Job Title': 'IT manager',
    Country: 'Israel',
    'Do Not Email': '0',
  },
}

for (const profile of crms)
  test(`${profile} gets people under its own headings first, and what Ripen knows behind them`, async () => {
    const [row] = await rowsOf(profile, [exportedPerson()])
    const own = Object.keys(dana[profile])
    expect(row).toMatchObject(dana[profile])
    expect(Object.keys(row!).slice(0, own.length)).toEqual(own)
    const rest = Object.keys(row!).slice(own.length)
    expect(rest.filter((heading) => !/^ripen/i.test(heading))).toEqual([])
    expect(new Set(Object.keys(row!)).size).toBe(Object.keys(row!).length)
  })

test('each CRM gets the version of the model and the moment, in its own way of naming fields', async () => {
  const asOf = aboutFile().asOf
  expect((await rowsOf('hubspot', [exportedPerson()]))[0]).toMatchObject({
    ...{ 'Ripen Score': '84.5', 'Ripen Model Version': '3', 'Ripen As Of': asOf },
  })
  expect((await rowsOf('salesforce', [exportedPerson()]))[0]).toMatchObject({
    ...{ Ripen_Score__c: '84.5', Ripen_Model_Version__c: '3', Ripen_As_Of__c: asOf },
  })
  expect((await rowsOf('marketo', [exportedPerson()]))[0]).toMatchObject({
    ...{ ripenScore: '84.5', ripenModelVersion: '3', ripenAsOf: asOf },
  })
})

test("Account Engagement gets days of the workspace's calendar, and several values joined by semicolons", async () => {
  const [row] = await rowsOf('pardot', [exportedPerson()])
  expect(row).toMatchObject({
    'Ripen Last Activity': '2026-04-17',
    'Ripen As Of': '2026-04-20',
    'Ripen Buying Topics': 'price;trial',
  })
})

test('Salesforce gets words for the company and the last name that it asks for and nobody gave', async () => {
  const unnamed = { ...exportedPerson().person, company: null }
  const contact = { firstName: null, lastName: null, phone: null, country: null }
  const people = [
    exportedPerson({ person: { ...unnamed, name: null }, contact }),
    exportedPerson({ person: { ...unnamed, name: 'Dana of Kiwi' }, contact }),
    exportedPerson({ person: { ...unnamed, name: 'Dana' }, contact: { ...contact, firstName: 'Dana' } }),
  ]
  expect(
    (await rowsOf('salesforce', people)).map(({ FirstName, LastName, Company }) => [FirstName, LastName, Company]),
  ).toEqual([
    ['', '[not provided]', '[not provided]'],
    ['', 'Dana of Kiwi', '[not provided]'],
    ['Dana', '[not provided]', '[not provided]'],
  ])
})

test('where who wants no mail is taken in too, a column of each file says so', async () => {
  const about = aboutFile({ unsubscribed: true })
  const people = [exportedPerson({ wantsNoMail: true }), exportedPerson()]
  const said: [ExportProfile, string, [string, string]][] = [
    ['spreadsheet', 'Wants no mail', ['yes', 'no']],
    ['crm', 'Wants no mail', ['yes', 'no']],
    ['hubspot', 'Ripen Wants No Mail', ['yes', 'no']],
    ['salesforce', 'HasOptedOutOfEmail', ['1', '0']],
    ['marketo', 'unsubscribed', ['true', 'false']],
    ['pardot', 'Do Not Email', ['1', '0']],
  ]
  for (const [profile, heading, words] of said)
    expect([profile, (await rowsOf(profile, people, about)).map((row) => row[heading])]).toEqual([profile, words])
})

test('the columns of earlier releases come first, as they were, in the files for spreadsheets and programs', async () => {
  const before = `Rank,E-mail,Name,Company,Job title,Score,Webinar points,Grade,Stage,Temperature,Velocity,Live seconds,On-demand seconds,Share present,Evidence,On-demand evidence,Questions,Poll answers,Buying topics,Last activity,Person,`
  const ends = {
    spreadsheet: 'Ripen model version,Ripen as of',
    crm: 'First name,Last name,Phone,Country,Ripen model version,Ripen as of',
  }
  for (const profile of ['spreadsheet', 'crm'] as const) {
    const [heading] = (await csvOf(profile, [exportedPerson()], aboutFile())).replace('\ufeff', '').split('\r\n')
    expect(heading).toBe(before + ends[profile])
  }
})

const nasty = ['=cmd()', '+972-50…', '@SUM(A1)', '-Anna', 'דנה "לוי"', '\u202egpj.exe', '😀', 'a\0b', 'a,"b"\r\nc']

test('a CRM gets every nasty name whole, with an apostrophe only before what a spreadsheet could run', async () => {
  for (const text of nasty) {
    const contact = { firstName: text, lastName: 'Levi', phone: text, country: text }
    const person = { ...exportedPerson().person, company: text, jobTitle: text }
    const row = exportedPerson({ person, contact })
    const guarded = /^[=+@-]/.test(text)
    expect([text, guardedCells(row)]).toEqual([text, guarded ? 5 : 0])
    for (const profile of crms) {
      const [read] = await rowsOf(profile, [row])
      const cells = Object.entries(read!)
        .slice(1, 7)
        .filter(([heading]) => !/last/i.test(heading))
      expect([profile, cells.map(([, cell]) => cell)]).toEqual([profile, Array(5).fill(guarded ? `'${text}` : text)])
    }
  }
})

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', '\0', ' ', 'ש', '\u202e', '😀', '1'),
  }),
)

test('for a program every value reads back as it is; for a CRM so too, but for spaces around it, apostrophes and E.164', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ firstName: texts, lastName: texts, phone: texts, country: texts }),
      async (contact) => {
        const person = { ...exportedPerson().person, company: contact.country, jobTitle: contact.lastName }
        const people = [exportedPerson({ person, contact })]
        const [exact] = await rowsOf('crm', people)
        expect(exact).toMatchObject({
          ...{ 'First name': contact.firstName, 'Last name': contact.lastName, Phone: contact.phone },
          ...{ Country: contact.country, Company: contact.country, 'Job title': contact.lastName },
        })
        const [named] = await rowsOf('hubspot', people)
        for (const [heading, text] of [
          ['First Name', contact.firstName],
          ['Last Name', contact.lastName],
          ['Company Name', contact.country],
        ] as const)
          expect([text.trim(), `'${text.trim()}`]).toContain(named![heading])
        const phone = named!['Phone Number']!
        if (phone.startsWith('+')) expect(phone).toMatch(/^\+[0-9]{6,15}$/)
        else expect([contact.phone.trim(), `'${contact.phone.trim()}`]).toContain(phone)
      },
    ),
    { numRuns: 200 },
  )
})

const runs = /^[ \u00a0"'\u2018-\u201d]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/

test('no cell of a file that people open begins with what a spreadsheet could run, but a phone number', async () => {
  const profiles = EXPORT_PROFILES.filter((each) => each !== 'crm')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...profiles), texts, async (profile, text) => {
      const contact = { firstName: text, lastName: text, phone: text, country: text }
      const person = { ...exportedPerson().person, name: text, company: text, jobTitle: text }
      const about = aboutFile({ topic: text })
      const [row] = await rowsOf(profile, [exportedPerson({ person, contact })], about)
      for (const [heading, cell] of Object.entries(row!)) {
        const isPhone = /phone/i.test(heading) && /^\+[0-9]{6,15}$/.test(cell)
        if (runs.test(cell) && !isPhone) expect([heading, cell[0]]).toEqual([heading, "'"])
      }
    }),
  )
})
