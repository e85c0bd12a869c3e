import type { Chance } from './chance.ts'
import { companyKinds, companyRoots, foreignRoots } from './story/companies.ts'

/** A company that people of the sample work for. */
export interface Company {
  hebrew: string
  english: string
  domain: string
  industry: string
  employees: number
  country: string
}

/** All companies of the sample, those of other countries last. */
export function makeCompanies(chance: Chance): Company[] {
  const israeli = companyRoots.flatMap(([hebrew, english]) =>
    chance.some(companyKinds, 8).map((kind) => ({
      hebrew: nameOf(hebrew!, kind.hebrew),
      english: nameOf(english!, kind.english),
      domain: `${english!.toLowerCase()}-${kind.domain}.example`,
      industry: kind.industry,
      employees: sizeOf(chance, kind.employees),
      country: 'IL',
    })),
  )
  const foreign = foreignRoots.flatMap(([english, domain, country]) =>
    chance.some(companyKinds, 3).map((kind) => ({
      hebrew: nameOf(english!, kind.english),
      english: nameOf(english!, kind.english),
      domain: `${domain}-${kind.domain}.example`,
      industry: kind.industry,
      employees: sizeOf(chance, kind.employees),
      country: country!,
    })),
  )
  return [...israeli, ...foreign]
}

/** The answer of Zoom's form that fits a number of employees. */
export function employeesAnswer(employees: number): string {
  const answers: [number, string][] = [
    [20, '1-20'],
    [50, '21-50'],
    [100, '51-100'],
    [500, '101-500'],
    [1000, '500-1,000'],
    [5000, '1,001-5,000'],
    [10_000, '5,001-10,000'],
  ]
  return answers.find(([most]) => employees <= most)?.[1] ?? 'More than 10,000'
}

function nameOf(root: string, kind: string): string {
  return kind.includes('*') ? kind.replace('*', root) : `${root} ${kind}`
}

/** Small companies are the more common ones. */
function sizeOf(chance: Chance, [least, most]: [number, number]): number {
  return Math.round(least * (most / least) ** chance.next())
}
