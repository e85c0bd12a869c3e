import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What must not happen on a page, each as it was seen. */
export interface Hurts {
  ran: string[]
  fetched: string[]
  violations: string[]
  errors: string[]
}

export interface Looked {
  context: BrowserContext
  page: Page
  hurts: Hurts
  /** What the browser was asked to show outside of the page. */
  notified: string[]
}

export interface Way {
  language: 'en' | 'he'
  /** Without the policy of the page nothing stands between what gets in and what runs. */
  policy: 'on' | 'off'
}

type Told = (what: string) => void

/** A page that notes whatever runs, opens, is fetched from elsewhere, breaks its policy or fails. */
export async function watchedPage(browser: Browser, address: string, { language, policy }: Way): Promise<Looked> {
  const hurts: Hurts = { ran: [], fetched: [], violations: [], errors: [] }
  const context = await browser.newContext({
    locale: language === 'he' ? 'he-IL' : 'en-GB',
    timezoneId: 'Asia/Jerusalem',
    viewport: { width: 1400, height: 1000 },
    bypassCSP: policy === 'off',
  })
  context.setDefaultTimeout(20_000)
  await context.exposeFunction('hurt', (place?: string) => void hurts.ran.push(String(place)))
  await context.exposeFunction('violated', (what: string) => void hurts.violations.push(what))
  const notified: string[] = []
  await context.exposeFunction('notified', (text: string) => void notified.push(text))
  await context.addInitScript(noteViolations)
  await context.addInitScript(noteNotifications)
  const page = await context.newPage()
  page.on('dialog', async (dialog) => {
    hurts.ran.push(`dialog ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('popup', (popup) => void hurts.ran.push(`window ${popup.url()}`))
  page.on('framenavigated', (frame) => {
    if (frame.parentFrame()) hurts.ran.push(`frame ${frame.url()}`)
  })
  page.on('request', (request) => {
    const { origin, pathname, protocol } = new URL(request.url())
    const isOwn = origin === address || protocol === 'data:' || protocol === 'blob:'
    if (!isOwn || pathname.includes('canary')) hurts.fetched.push(request.url())
  })
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) hurts.violations.push(message.text())
  })
  page.on('pageerror', (error) => void hurts.errors.push(error.message))
  return { context, page, hurts, notified }
}

function noteViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    ;(window as unknown as { violated: Told }).violated(`${violatedDirective} ${blockedURI} on ${location.pathname}`)
  })
}

function noteNotifications(): void {
  class Noted {
    static readonly permission = 'granted'
    constructor(title: string, { body }: NotificationOptions) {
      ;(window as unknown as { notified: Told }).notified(`${title}\n${body}`)
    }
  }
  Object.assign(window, { Notification: Noted })
  if (location.protocol !== 'about:') localStorage.setItem('ripen.notify', 'on')
}
