import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { connect, type Ripen } from '../../src/demo/sending/ripen.ts'
import { type AtEnd, untilQuiet } from '../process/running.ts'
import { shared } from '../shared.ts'
import { company, type FirstStart, firstStart, madeOwner } from './dashboard.ts'

/** A running Ripen with an owner, seen from outside: over HTTP, and as the platform that sends it webhooks. */
export interface Company extends Ripen {
  server: FirstStart
  /** The address of a screen, `webinars` or `people/…`. */
  at(screen: string): string
  /** Makes a Zoom source; whatever is delivered afterwards goes there, signed. */
  connectZoom(): Promise<string>
  /** Waits until everything that was taken is in every answer. */
  settled(): Promise<void>
  /** Brings a report file in without a screen. */
  imported(report: Uint8Array): Promise<void>
  /** Signs a page in without the screen. */
  admit(page: Page): Promise<void>
}

export const secret = 'the-secret-token-of-zoom'

export async function openCompany(atEnd: AtEnd = onTestFinished, start = firstStart): Promise<Company> {
  const server = await start({}, atEnd)
  const { address } = server
  const cookie = await madeOwner(server)
  const hook = { path: '', secret }
  const connection = { fetch, address, signal: new AbortController().signal }
  const ripen = connect(connection, { cookie, slug: company.slug }, () => hook)
  const settled = () => untilQuiet(address)
  return {
    ...ripen,
    server,
    settled,
    at: (screen) => `${address}/w/${company.slug}/${screen}`,
    async connectZoom() {
      const source = { platform: 'zoom', secret }
      hook.path = (await ripen.call<{ path: string }>('POST', '/api/v1/sources', source)).path
      return hook.path
    },
    async imported(report) {
      const form = new FormData()
      form.set('file', new Blob([report as Uint8Array<ArrayBuffer>]), 'attendees.csv')
      await ripen.call('POST', '/api/v1/imports', form)
      await settled()
    },
    async admit(page) {
      const [name, value] = cookie.split('=') as [string, string]
      await page.context().addCookies([{ name, value, url: address }])
    },
  }
}

/** One company for all tests of a file. */
export function useCompany(fill: (company: Company) => Promise<void> = async () => {}): () => Company {
  return shared(async (atEnd) => {
    const company = await openCompany(atEnd)
    await fill(company)
    return company
  })
}
