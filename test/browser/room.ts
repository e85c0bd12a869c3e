import type { Page } from 'playwright-core'

/** How many px of a page stand outside of the window at its side. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/**
 * What can be pressed and is not 24 px wide and high (WCAG 2.2, 2.5.8), wherever the eye would put the finger. Links
 * within a sentence are free of that.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reach = 11.5
    const kinds =
      'a[href], button, input:not([type=file]), select, summary, textarea, [role=menuitem], [role=row][tabindex]'
    const isHidden = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return (
        width <= 1 ||
        height <= 1 ||
        element.closest('.unseen') !== null ||
        !element.checkVisibility({ visibilityProperty: true })
      )
    }
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
      if (isHidden(element) || isInSentence(element) || getComputedStyle(element).clipPath !== 'none') return []
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, top, width, height } = element.getBoundingClientRect()
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
