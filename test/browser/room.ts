import type { Page } from 'playwright-core'
import { faultsOnceStill } from './once-still.ts'

/** What makes a page wider than its window. */
export function beyondWindow(page: Page): Promise<string[]> {
  return faultsOnceStill(() => tooWide(page))
}

/**
 * What can be pressed and is not 24 px wide and high (WCAG 2.2, 2.5.8), wherever the eye would put the finger: of a
 * link that is broken, in its first line. Links within a sentence are free of that.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return faultsOnceStill(() => tooSmall(page))
}

function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return left < -1 || right > clientWidth + 1
    })
    return [`${scrollWidth - clientWidth} px too wide: ${beyond.map(({ outerHTML }) => outerHTML.slice(0, 80)).at(-1)}`]
  })
}

function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reach = 11.5
    const kinds =
      'a[href], button, input:not([type=file]), select, summary, textarea, [role=menuitem], [role=row][tabindex]'
    const isCut = (element: Element): boolean => {
      const { clip, clipPath } = getComputedStyle(element)
      return clip !== 'auto' || clipPath !== 'none' || (element.parentElement !== null && isCut(element.parentElement))
    }
    const isHidden = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.closest('[aria-hidden=true], [inert]') !== null ||
      element.getBoundingClientRect().bottom + window.scrollY <= 0 ||
      (isCut(element) && element !== document.activeElement)
    const isInSentence = (element: Element) =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      element.parentElement!.textContent!.trim().length > element.textContent!.trim().length + 8
    const isHit = (element: Element, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y)
      const label = hit?.closest('label')
      return (
        hit !== null &&
        (element.contains(hit) || (hit.contains(element) && hit.matches(kinds)) || label?.control === element)
      )
    }
    return [...document.querySelectorAll(kinds)].flatMap((element) => {
      if (isHidden(element) || isInSentence(element)) return []
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, top, width, height } = (element.closest('label') ?? element).getClientRects()[0]!
      const [x, y] = [left + width / 2, top + height / 2]
      const points = [
        [x - reach, y],
        [x + reach, y],
        [x, y - reach],
        [x, y + reach],
      ] as const
      return points.every(([px, py]) => isHit(element, px, py))
        ? []
        : [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`]
    })
  })
}
