import type { Chance } from './chance.ts'
import { type Company, employeesAnswer, makeCompanies } from './companies.ts'
import { disposableDomains, freeDomains } from './story/companies.ts'
import { type Name, namesOf, type People } from './story/names.ts'
import { jobTitles, type Title } from './story/titles.ts'
import type { Language } from './story/words.ts'

/** Somebody of the sample. Texts are as the person writes them into forms; `""` is left blank. */
export interface Person {
  number: number
  language: Language
  firstName: string
  lastName: string
  email: string
  title: Title
  company: string
  jobTitle: string
  country: string
  employees: string
  industry: string
  phone: string
  /** 0 to 1: how much this person wants what the company sells. Nobody sees it; it decides what they do. */
  keenness: number
  /** A proxy of the mail provider opens every mail before the person does. */
  proxied: boolean
  /** The address does not exist. */
  bounces: boolean
}

/** Endless people, each with an address of their own. */
export function makePeople(chance: Chance): () => Person {
  const companies = makeCompanies(chance.of('companies'))
  const taken = new Set<string>()
  let number = 0
  return () => {
    number++
    return makePerson(chance.of(number), number, companies, taken)
  }
}

function makePerson(chance: Chance, number: number, companies: readonly Company[], taken: Set<string>): Person {
  const people = chance.weighted<People>([
    ['hebrew', 67],
    ['russian', 14],
    ['english', 19],
  ])
  const first = chance.pick(namesOf[people].first)
  const last = chance.pick(namesOf[people].last)
  const company = companyFor(chance, people, companies)
  const ownLetters = chance.happens({ hebrew: 0.7, russian: 0.3, english: 1 }[people])
  const language: Language = people === 'english' ? 'en' : people === 'hebrew' ? 'he' : chance.pick(['ru', 'he'])
  const title = chance.weighted(jobTitles.map((title) => [title, title.weight]))
  const inHebrew = people === 'hebrew' && ownLetters && chance.happens(0.85)
  const free = title.english === 'Student' || chance.happens(0.13)
  const careful = chance.next()
  const typed = (text: string) => (careful < 0.6 ? text.replaceAll('״', '"') : text)
  const told = (text: string, share: number) => (chance.happens(share * (0.55 + 0.45 * careful)) ? typed(text) : '')
  const person: Person = {
    number,
    language,
    firstName: ownLetters ? first.own : first.latin,
    lastName: ownLetters ? last.own : last.latin,
    email: addressOf(chance, first, last, free ? null : company, taken),
    title,
    company: told(inHebrew ? company.hebrew : company.english, free ? 0.5 : 1.2),
    jobTitle: told(inHebrew ? title.hebrew[first.gender === 'f' ? 'f' : 'm'] : title.english, free ? 0.6 : 1.15),
    country: told(company.country, 1.3),
    employees: told(employeesAnswer(company.employees), free ? 0.3 : 0.85),
    industry: told(company.industry, free ? 0.3 : 0.8),
    phone: told(phoneOf(chance), 0.6),
    keenness: chance.next() ** 2.3,
    proxied: chance.happens(0.13),
    bounces: chance.happens(0.012),
  }
  return chance.happens(0.007) ? withoutAName(person, chance) : person
}

function companyFor(chance: Chance, people: People, companies: readonly Company[]): Company {
  const abroad = people === 'english' && chance.happens(0.6)
  const fitting = companies.filter(({ country }) => (country !== 'IL') === abroad)
  // Some companies send many people, most send one or two.
  return fitting[Math.floor(chance.next() ** 1.7 * fitting.length)]!
}

function addressOf(chance: Chance, first: Name, last: Name, company: Company | null, taken: Set<string>): string {
  const plain = (name: Name) => name.latin.toLowerCase().replace(/[^a-z]/g, '')
  const [own, family] = [plain(first), plain(last)]
  const forms = company ? [`${own}.${family}`, `${own[0]}${family}`, own, `${own}${family[0]}`] : [`${own}.${family}`]
  const domain = company?.domain ?? chance.pick(freeDomains)
  const name = company ? chance.pick(forms) : `${forms[0]}${chance.whole(61, 99)}`
  let address = `${name}@${domain}`
  for (let count = 2; taken.has(address); count++) address = `${own}.${family}${count}@${domain}`
  taken.add(address)
  return address
}

function phoneOf(chance: Chance): string {
  return `+972-5${chance.whole(0, 8)}-555-${chance.whole(1000, 9999)}`
}

/** Somebody who wants to see the webinar and not be found. */
function withoutAName(person: Person, chance: Chance): Person {
  const letters = chance.word(5, 'asdfghjkl')
  return {
    ...person,
    ...{ firstName: chance.pick(['123', '...', 'asdf']), lastName: chance.pick(['456', '-', 'qwerty']) },
    email: `${letters}${person.number}@${chance.pick(disposableDomains)}`,
    ...{ company: '', jobTitle: '', phone: '', employees: '', industry: '' },
    keenness: person.keenness * 0.3,
  }
}
