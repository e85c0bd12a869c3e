import type { Outcome } from './outcome.ts'

/** The outcomes for people to read: a line for each row, and below it what it must reach and what was seen. */
export function tableOf(outcomes: readonly Outcome[], repeat: string): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length))
  const blocks = outcomes.map(({ number, name, mark, outcome, figures, why, seconds }) =>
    [
      `${String(number).padStart(2)}  ${name.padEnd(width)}  ${outcome.toUpperCase().padEnd(7)}  ${seconds} s`,
      `    must: ${mark}`,
      ...(Object.keys(figures).length > 0 ? [`    seen: ${inWords(figures)}`] : []),
      ...(why === null ? [] : [`    ${outcome === 'missed' ? 'missed' : 'not run, this is no pass'}: ${why}`]),
    ].join('\n'),
  )
  return [...blocks, summaryOf(outcomes), `Again: ${repeat}`, ''].join('\n')
}

export function inWords(figures: Outcome['figures']): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? value.toLocaleString('en') : value}`)
    .join(', ')
}

function summaryOf(outcomes: readonly Outcome[]): string {
  const count = (wanted: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length
  return `${count('reached')} reached, ${count('missed')} missed, ${count('not run')} not run`
}
