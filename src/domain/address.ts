import type { Fact } from './fact.ts'

/** Trimmed and in lower case: two spellings of one mailbox are equal. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** All e-mail addresses by which a person is known, normalised, in the order in which they became known. */
export function addressesOf(facts: readonly Fact[]): Map<string, number> {
  const since = new Map<string, number>()
  let last: string | undefined
  const add = (address: string | undefined, time: number) => {
    if (!address || address === last) return
    last = address
    const normal = normaliseEmail(address)
    if (!since.has(normal)) since.set(normal, time)
  }
  for (const { email, profile, time } of facts) {
    add(email, time)
    if (profile) add(profile.email, time)
  }
  return since
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

const shapeOfDomain = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/** The mail domain that a text gives, by itself or in an address, in lower case; null where it gives none. */
export function mailDomain(text: string): string | null {
  const domain = domainOf(normaliseEmail(text))
  return shapeOfDomain.test(domain) ? domain : null
}

/** Whether an address is at one of the domains or below it. */
export function isAtDomain(address: string, domains: readonly string[]): boolean {
  const domain = domainOf(address)
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`))
}
