/** When the whole run began; children inherit it. */
process.env.RIPEN_BENCH_BEGAN ??= String(Date.now())
const began = Number(process.env.RIPEN_BENCH_BEGAN)
let said = ''

/** Says on stderr what is being done; the same twice is said once. */
export function progress(what: string): void {
  if (what === said) return
  said = what
  process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}\n`)
}
