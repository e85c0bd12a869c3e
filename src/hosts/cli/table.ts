/** Rows under headings, columns aligned; numbers to the right. */
export function table(headings: string[], rows: (string | number)[][]): string {
  const widths = headings.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => String(row[i] ?? '').length)),
  )
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, i) => (typeof cell === 'number' ? String(cell).padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** A moment of an answer, to the minute. */
export function inUtc(moment: string): string {
  return `${moment.slice(0, 16).replace('T', ' ')} UTC`
}
