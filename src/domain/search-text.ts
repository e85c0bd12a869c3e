/** What of somebody is searched for names and companies: in lower case, a line each. */
export function searchText(name: string | null, company: string | null): string {
  return `${line(name)}\n${line(company)}`
}

function line(text: string | null): string {
  return text === null ? '' : text.replaceAll('\n', ' ').toLowerCase()
}
