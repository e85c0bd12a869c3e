import type { Cell } from '../told/presence.ts'
import type { Link, Part, Told } from '../told/told.ts'

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => NAMES[sign]!)

/** The colours of the screens on paper; mail programs know no style sheets. */
const COLOURS: Readonly<Record<Cell, string>> = { live: '#1f6f54', replay: '#d99a1c', away: '#e2e8e3' }
const SMALL = 'color:#5f6862;font-size:13px;line-height:1.5'
const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"

/** A message as a page that mail programs show: one column, styles at each element, nothing fetched from anywhere. */
export function htmlOf({ direction, title, parts, links, foot }: Told): string {
  const language = direction === 'rtl' ? 'he' : 'en'
  const body = [
    `<h1 style="margin:0 0 12px;font-size:20px;line-height:1.35;font-weight:600">${escaped(title)}</h1>`,
    ...parts.map((part) => `<div style="margin:0 0 16px">${partOf(part)}</div>`),
    links.length > 0 ? `<div style="margin:20px 0">${links.map(button).join(' ')}</div>` : '',
    foot ? `<div style="${SMALL};border-top:1px solid #e7e5de;padding-top:12px">${escaped(foot)}</div>` : '',
  ]
  return `<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escaped(title)}</title></head>
<body dir="${direction}" style="margin:0;background:#ffffff">
<div dir="${direction}" style="max-width:560px;margin:0 auto;padding:24px 16px;${FONT};font-size:15px;line-height:1.5;color:#1d2420;background:#ffffff;overflow-wrap:anywhere">
${body.filter((line) => line !== '').join('\n')}
</div></body></html>
`
}

function partOf(part: Part): string {
  switch (part.is) {
    case 'lines':
      return part.lines.map((line) => `<div>${escaped(line)}</div>`).join('')
    case 'contacts':
      return part.contacts.map(({ text, href }) => `<div>${href ? anchor(href, text) : escaped(text)}</div>`).join('')
    case 'quotes':
      return heading(part.heading) + part.quotes.map(quote).join('')
    case 'strip':
      return strip(part)
    case 'points':
      return `${heading(part.heading)}<table role="presentation" cellpadding="0" cellspacing="0">${part.lines.map(pointsRow).join('')}</table>`
    case 'people':
      return people(part)
  }
}

function heading(text: string): string {
  return `<div style="${SMALL};font-weight:600;margin-bottom:2px">${escaped(text)}</div>`
}

function quote({ before, text, after }: Extract<Part, { is: 'quotes' }>['quotes'][number]): string {
  const asked = before ? `<span style="color:#5f6862">${escaped(before)}</span> ` : ''
  const about = after ? ` <span style="${SMALL};white-space:nowrap">– ${escaped(after)}</span>` : ''
  return `<div style="margin:2px 0">${asked}${escaped(text)}${about}</div>`
}

/** Time runs from the left in every language, as on the screen. */
function strip({ cells, legend, sum }: Extract<Part, { is: 'strip' }>): string {
  const shown = (Object.keys(COLOURS) as Cell[]).filter((cell) => cell === 'live' || cells.includes(cell))
  const row = cells.map(
    (cell) =>
      `<td bgcolor="${COLOURS[cell]}" style="background:${COLOURS[cell]};height:14px;font-size:1px">&nbsp;</td>`,
  )
  const meaning = shown.map(
    (cell) =>
      `<span style="display:inline-block;width:10px;height:10px;background:${COLOURS[cell]}">&nbsp;</span> ${escaped(legend[cell])}`,
  )
  return (
    `<table role="presentation" dir="ltr" cellpadding="0" cellspacing="1" width="100%" style="table-layout:fixed"><tr>${row.join('')}</tr></table>` +
    `<div style="${SMALL}">${escaped(sum)} &nbsp; ${meaning.join(' &nbsp;')}</div>`
  )
}

function pointsRow({ points, text }: { points: string; text: string }): string {
  const cell = 'vertical-align:top;padding:1px 0;padding-inline-end:12px'
  return `<tr><td style="${cell};font-weight:600;white-space:nowrap"><bdi dir="ltr">${escaped(points)}</bdi></td><td style="${cell}">${escaped(text)}</td></tr>`
}

function people({ lines, left, rest }: Extract<Part, { is: 'people' }>): string {
  const cell = 'vertical-align:top;padding:6px 0;border-bottom:1px solid #e7e5de;padding-inline-end:12px'
  const rows = lines.map(({ score, text, url }) => {
    const shown = url ? anchor(url, score) : escaped(score)
    return `<tr><td style="${cell};font-weight:600;text-align:end;white-space:nowrap;overflow-wrap:normal">${shown}</td><td style="${cell}">${escaped(text)}</td></tr>`
  })
  const more = left > 0 ? `<div style="${SMALL};margin-top:8px">${escaped(rest(left))}</div>` : ''
  return `<table role="presentation" cellpadding="0" cellspacing="0" width="100%">${rows.join('')}</table>${more}`
}

function anchor(href: string, text: string): string {
  return `<a href="${escaped(href)}" style="color:#1f6f54">${escaped(text)}</a>`
}

function button({ label, url, isFirst }: Link): string {
  const look = isFirst
    ? 'background:#1f6f54;color:#ffffff;border:1px solid #1f6f54'
    : 'background:#ffffff;color:#1f6f54;border:1px solid #8b918c'
  return `<a href="${escaped(url)}" style="display:inline-block;padding:10px 18px;margin:0 0 8px;border-radius:6px;text-decoration:none;font-weight:600;${look}">${escaped(label)}</a>`
}
