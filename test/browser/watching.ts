import type { BrowserContext, Page } from 'playwright-core'
import type { Company } from './company.ts'
import type { ZoomWebinar } from './zoom-webinar.ts'

/** The page and a test each ask a player where it stopped, some hundredths of a second apart: at sixteenfold speed. */
export const apart = 0.02 * 16

/** What the server knows of somebody's viewing. */
export interface Viewed {
  replaySeconds: number
  share: number
  presence: { live: [number, number][]; replay: [number, number][] }
  link: string
  /** The rules of attendance that pay. */
  paid: string[]
}

export async function webinarOf(company: Company, { id }: ZoomWebinar): Promise<string> {
  const { items } = await company.call<{ items: { id: string; platformId: string }[] }>('GET', '/api/v1/webinars')
  return items.find(({ platformId }) => platformId === String(id))!.id
}

export async function viewedBy(company: Company, email: string): Promise<Viewed> {
  await company.settled()
  const { items } = await company.call<{ items: { id: string }[] }>('GET', `/api/v1/people?email=${email}`)
  const { webinars, scorecard } = await company.call<{
    webinars: { link: string; presence: Viewed['presence']; attendance: Omit<Viewed, 'presence' | 'link'> }[]
    scorecard: { ledger: { rule: string; points: number }[] }
  }>('GET', `/api/v1/people/${items[0]!.id}`)
  const [{ link, presence, attendance }] = webinars as [(typeof webinars)[number]]
  const paid = scorecard.ledger.filter(({ rule, points }) => rule.startsWith('attended') && points !== 0)
  return { ...attendance, presence, link, paid: paid.map(({ rule }) => rule) }
}

/** Opens somebody's link and waits for the player. */
export async function openLink(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(link)
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.muted = true
    if (video.readyState > 0) return null
    return new Promise((resolve) => video.addEventListener('loadedmetadata', resolve, { once: true }))
  })
  return page
}

/**
 * Plays on up to a position, as fast as the browser can unless told otherwise, then pauses: looked at picture by picture
 * in the page, so it stops a little too late. Where it stopped.
 */
export function playTo(page: Page, position: number, rate = 16): Promise<number> {
  return page.locator('video').evaluate(
    (video: HTMLVideoElement, { position, rate }) =>
      new Promise<number>((resolve) => {
        video.playbackRate = rate
        const look = () => {
          if (video.currentTime < position && !video.ended) return setTimeout(look, 5)
          video.addEventListener('pause', () => resolve(video.currentTime), { once: true })
          if (video.ended) resolve(video.currentTime)
          video.pause()
        }
        video.play().then(look)
      }),
    { position, rate },
  )
}

export async function seekTo(page: Page, position: number): Promise<void> {
  await page.locator('video').evaluate((video: HTMLVideoElement, position) => {
    video.currentTime = position
    return new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
  }, position)
}

/** Hides the tab as far as the page can tell, or shows it again. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

/** Until the server has all that was watched: then this browser keeps nothing any more. */
export async function allTold(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(localStorage).every((name) => !name.startsWith('ripen.watch.')))
}

/** Until this browser keeps what was watched up to a position, which it does a moment after it was seen. */
export async function kept(page: Page, position: number): Promise<void> {
  await page.waitForFunction(
    ({ position, apart }) => {
      const found = Object.entries(localStorage).filter(([name]) => name.startsWith('ripen.watch.'))
      return found.some(([, value]) =>
        (value.match(/\d+(\.\d+)?/g) ?? []).some((at: string) => Math.abs(Number(at) - position) < apart),
      )
    },
    { position, apart },
  )
}
