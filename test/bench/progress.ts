const begin = performance.now()
let said = ''

/** Says on stderr what is being done; the same twice is said once. */
export function progress(what: string): void {
  if (what === said) return
  said = what
  process.stderr.write(`${((performance.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${what}\n`)
}
