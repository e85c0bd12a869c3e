// What XML 1.0 cannot hold, and the other control characters, which it only discourages.
const unwritable = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu
const escapeLookalike = /_(?=x[0-9a-f]{4}_)/gi
const mostInCell = 32_767

/**
 * A text as it stands between two tags of a workbook. What XML cannot hold, and a carriage return, which it would turn
 * into another sign, is written `_xHHHH_` as Excel does (ECMA-376, ST_Xstring); so is the `_` of a text that looks like
 * that. A cell holds 32,767 characters; what is longer ends there.
 */
export function xmlText(text: string): string {
  return markup(fitting(text).toWellFormed().replace(escapeLookalike, '_x005F_').replace(unwritable, escaped))
}

function fitting(text: string): string {
  if (text.length <= mostInCell) return text
  const end = text.slice(0, mostInCell)
  return /[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end
}

function escaped(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

function markup(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
