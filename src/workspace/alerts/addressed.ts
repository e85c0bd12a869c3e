const OWNER = 'owner'

/** Parts of what somebody typed as the address of a mail channel: addresses, and whether whoever looks after a person is meant. */
export function addresseesIn(address: string): { addresses: string[]; owner: boolean } {
  const parts = address.split(',').flatMap((part) => part.trim() || [])
  const addresses = parts.filter((part) => part.toLowerCase() !== OWNER)
  return { addresses, owner: addresses.length < parts.length }
}

/** To whom a mail goes, with commas between; '' where nobody is known. */
export function addressed(address: string, owners: readonly string[]): string {
  const { addresses, owner } = addresseesIn(address)
  return [...new Set([...addresses, ...(owner ? owners : [])])].join(',')
}
