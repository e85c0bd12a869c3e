import type { Locator } from 'playwright-core'

/** A number as it stands on a screen, its minus a true one. */
export function amount(text: string): number {
  const number = Number(text.replace('−', '-').replaceAll(/[+,\u200e]/g, ''))
  if (text.trim() === '' || Number.isNaN(number)) throw new Error(`"${text}" is no amount`)
  return number
}

export interface ShownLedger {
  points: number[]
  /** What stands after each line, where the ledger has that column. */
  running: number[]
  sum: number
}

/** The ledger within a part of a screen, in the order shown. What its lines open to does not belong to it. */
export async function ledgerIn(part: Locator): Promise<ShownLedger> {
  const lines = await part
    .locator('ol > li')
    .evaluateAll((items) =>
      items
        .filter((item) => item.parentElement!.closest('details') === null)
        .map((item) => [...item.querySelectorAll('bdi[dir=ltr]')].map((bdi) => bdi.textContent!)),
    )
  const sum = await part.locator('p > bdi[dir=ltr]').last().innerText()
  const running = lines.flatMap(([, after]) => (after === undefined ? [] : [amount(after)]))
  return { points: lines.map(([points]) => amount(points!)), running, sum: amount(sum) }
}

/** The numbers with a sign within a part of a screen, and those whose sign does not stand left of their digits. */
export function signedIn(part: Locator): Promise<{ signed: number; turned: string[] }> {
  return part.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const turned: string[] = []
    let signed = 0
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { index } of text.textContent!.matchAll(/[+−]\d/g)) {
        const [sign, digit] = [index, index + 1].map((at) => {
          const range = document.createRange()
          range.setStart(text, at)
          range.setEnd(text, at + 1)
          return range.getBoundingClientRect()
        })
        if (digit!.width === 0) continue
        signed++
        if (sign!.left >= digit!.left) turned.push(text.textContent!)
      }
    return { signed, turned }
  })
}

/** The names in the ranking, from the top. */
export function namesIn(ranking: Locator): Promise<string[]> {
  return ranking.getByRole('rowheader').evaluateAll((cells) => {
    const top = (cell: Element) => cell.getBoundingClientRect().top
    return cells.toSorted((a, b) => top(a) - top(b)).map((cell) => cell.querySelector('b bdi')!.textContent!)
  })
}

/** From where to where somebody was in the room, in hundredths of a strip from its left end. */
export function presenceIn(strip: Locator): Promise<[number, number][]> {
  return strip.evaluate((element) => {
    const whole = element.getBoundingClientRect()
    const at = (x: number) => Math.round(((x - whole.left) / whole.width) * 100)
    return [...element.querySelectorAll('i')].map((span) => {
      const { left, right } = span.getBoundingClientRect()
      return [at(left), at(right)] as [number, number]
    })
  })
}
