import { hash } from 'node:crypto'
import { pageWords } from './export-page-words.ts'
import type { SheetLanguage } from './workspace/export/language.ts'

/** What becomes of a link. `nobody`: the list is empty just now; `trouble`: it cannot be told. */
export type LinkState = 'open' | 'unknown' | 'ended' | 'deleted' | 'segmentGone' | 'nobody' | 'trouble'

const style = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f6f6f4,#191a1c);color:light-dark(#1c1d1f,#ececea)}
main{box-sizing:border-box;width:min(30rem,100% - 2rem);padding:1.75rem;border-radius:12px;background:light-dark(#fff,#232527);border:1px solid light-dark(#deded9,#3a3c3f)}
h1{margin:0 0 .25rem;font-size:1.25rem;overflow-wrap:anywhere}
p{margin:.5rem 0;color:light-dark(#55585c,#b4b7bb)}
button{margin-top:.75rem;padding:.65rem 1.2rem;min-height:44px;border:0;border-radius:8px;font:inherit;font-weight:600;background:light-dark(#1d5c43,#7fd1ad);color:light-dark(#fff,#10231b);cursor:pointer}
button:focus-visible{outline:3px solid light-dark(#1c1d1f,#ececea);outline-offset:2px}`

/** No script, nothing from elsewhere, and a form that leads nowhere else. */
export const exportPagePolicy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

/** The page of a link: what its file is and a button, or why there is none. */
export function exportPage(state: LinkState, told: Record<string, unknown>, language: SheetLanguage): string {
  const words = pageWords[language]
  const title = state === 'open' ? String(told.name) : words.title[state]
  const body = state === 'open' ? open(told, language) : `<p>${text(words.why[state])}</p>`
  return `<!doctype html>
<html lang="${language}" dir="${language === 'he' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow">
<title>${text(title)}</title><style>${style}</style></head>
<body><main><h1><bdi>${text(title)}</bdi></h1>${body}</main></body></html>`
}

function open(told: Record<string, unknown>, language: SheetLanguage): string {
  const { workspace, timezone, until } = told as { workspace: string; timezone: string; until: string }
  const words = pageWords[language]
  const format = told.format === 'xlsx' ? 'Excel' : 'CSV'
  const moment = new Intl.DateTimeFormat(language === 'he' ? 'he-IL' : 'en-GB', {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone: timezone },
  }).format(new Date(until))
  return `<p>${text(words.of)} <bdi>${text(workspace)}</bdi></p><p>${text(words.means)}</p>
<p>${text(words.until)} <bdi>${text(moment)}</bdi>. ${text(words.logged)}</p>
<form method="post"><button>${text(words.download)} (${format})</button></form>`
}

function text(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
