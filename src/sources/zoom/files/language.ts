import { together, type Words } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import type { Row } from '../../table.ts'
import { answerFile, answerPart, language } from './answer-words.ts'

/** How "report" is written where Zoom's portal speaks another language; the titles of its reports hold it. */
const reports: [name: Words, word: RegExp][] = [
  [language('japanese'), /レポート|報告書/],
  [language('korean'), /보고서|리포트/],
  [language('german'), /bericht/i],
  [language('spanish'), /\binforme\b/i],
  [language('portuguese'), /relatório/i],
  [language('french'), /\brapport (de|du|des|d’|d')/i],
  [language('italian'), /\brapporto\b/i],
  [language('russian'), /отч[её]т/i],
  [language('polish'), /\braport\b/i],
  [language('turkish'), /\brapor/i],
  [language('vietnamese'), /báo cáo/i],
  [language('indonesian'), /\blaporan\b/i],
  [language('chinese'), /[报報][告表]/],
  [language('dutch'), /rapport\b/i],
  [language('hebrew'), /דו["״]?ח/],
]

/** A title or the names of numbered columns stand in so many rows at the beginning. */
const shown = 20
const ascii = /^[\x20-\x7e]*$/

/** Refuses a report that the portal made in another language than English, by its title or by the shape of its table. */
export function refuseOtherLanguages(rows: readonly Row[], file: string): void {
  const head = rows.slice(0, shown)
  const titles = head.filter(({ cells }) => cells.filter(Boolean).length <= 2)
  for (const { cells, line } of titles)
    for (const [name, word] of reports)
      if (word.test(cells[0]!)) {
        refuse(answerFile('otherLanguage', { language: name, seen: cited(cells[0]!) }), { file, line, column: 1 })
      }
  for (const [i, { cells, line }] of head.entries()) {
    if (cells[0] !== '#' || cells.length < 3 || cells.every((cell) => ascii.test(cell))) continue
    if (!/^\d+$/.test(rows[i + 1]?.cells[0] ?? '')) continue
    const [first, ...others] = cells
      .slice(1, 5)
      .filter(Boolean)
      .map((text) => answerPart('cited', { text: cited(text) }))
    const columns = together([first!, ...others], (first, second) => answerPart('both', { first, second }))
    refuse(answerFile('otherHeader', { columns }), { file, line, column: 1 })
  }
}
