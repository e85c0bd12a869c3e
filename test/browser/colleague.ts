import type { Page } from 'playwright-core'
import { ripenJson } from '../process/running.ts'
import type { Company } from './company.ts'
import { owner } from './dashboard.ts'

/** Takes somebody into the company, who chooses a password by their link; what signs their pages in. */
export async function takeIn(company: Company, role: string, name: string): Promise<(page: Page) => Promise<void>> {
  const { data, address } = company.server
  const email = `${role}@oren.example`
  const add = ['member', 'add', email, '--workspace', 'oren', '--role', role, '--name', name]
  const { link } = await ripenJson<{ link: string }>(data, ...add)
  const response = await fetch(`${address}/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token: new URL(link).hash.slice(1), password: owner.password }),
  })
  if (!response.ok) throw new Error(await response.text())
  const [cookie, value] = response.headers.getSetCookie()[0]!.split(';')[0]!.split('=') as [string, string]
  return (page) => page.context().addCookies([{ name: cookie, value, url: address }])
}
