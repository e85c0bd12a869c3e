/** The rows of a compact table: `a/b/c, d/e/f`, where a row may stand on a line of its own instead of after a comma. */
export function tableOf(text: string, between: RegExp = /,\s*|\n/): string[][] {
  return text
    .split(between)
    .map((row) => row.trim())
    .filter(Boolean)
    .map((row) => row.split('/').map((cell) => cell.trim()))
}

/** One text a line. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
