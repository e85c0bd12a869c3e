import type { Page } from 'playwright-core'

/** What stands on a page: its texts with those in its fields, and what is in it that must not be. */
export interface Seen {
  text: string
  title: string
  /** Elements with handlers or addresses that no page of ours has. */
  made: string[]
  /** Texts that turn the direction around what stands beside them. */
  turning: string[]
}

/** Of everything that can be opened without leaving the screen. */
export function seenOn(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const own = ['http:', 'https:', 'mailto:', 'tel:', 'data:', 'blob:']
    const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'data', 'srcdoc', 'background']
    const made = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => {
          if (name.startsWith('on')) return true
          if (name === 'style') return value.includes('canary')
          if (!leads.includes(name)) return false
          if (name === 'srcdoc' || !URL.canParse(value, document.baseURI)) return true
          const { protocol, host, pathname } = new URL(value, document.baseURI)
          return !own.includes(protocol) || host === 'canary.example' || pathname.includes('canary')
        })
        .map(({ name, value }) => `${element.localName} ${name}=${value.slice(0, 60)}`),
    )
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
    const text = [document.body.innerText, ...fields].join('\n')
    return { text, title: document.title, made, turning: turningTexts() }

    // Overrides and embeddings end with the isolate in which they stand: there nothing else may stand.
    function turningTexts(): string[] {
      const found: string[] = []
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const text = node.textContent!
        const open = text.replaceAll(/[\u2066-\u2068][^\u202a-\u202e\u2066-\u2069]*\u2069/g, '')
        if (!/[\u202a-\u202e\u2066-\u2069]/.test(open)) continue
        let around = node.parentElement!
        while (!/isolate|plaintext/.test(getComputedStyle(around).unicodeBidi)) around = around.parentElement!
        if (around.textContent!.trim() !== text.trim()) found.push(around.outerHTML.slice(0, 160))
      }
      return found
    }
  })
}
