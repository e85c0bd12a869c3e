/** One thing that a doctor looked at, and what to do about it where it is not well. */
export interface Check {
  name: string
  state: 'ok' | 'warning' | 'fault'
  value: string | number | null
  words: string
}

export const ok = (name: string, value: Check['value'], words: string): Check => ({ name, state: 'ok', value, words })
export const warning = (name: string, value: Check['value'], words: string): Check => ({
  ...{ name, state: 'warning', value, words },
})
export const fault = (name: string, value: Check['value'], words: string): Check => ({
  ...{ name, state: 'fault', value, words },
})

/** The checks for people, what is not well first. */
export function inWords(checks: readonly Check[]): string {
  const order = ['fault', 'warning', 'ok']
  const sorted = checks.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const width = Math.max(...checks.map(({ name }) => name.length))
  const lines = sorted.map(({ state, name, words }) => `${state.padEnd(7)}  ${name.padEnd(width)}  ${words}`)
  const count = (state: string) => {
    const some = checks.filter((check) => check.state === state).length
    return `${some} ${state}${some === 1 ? '' : 's'}`
  }
  return [...lines, '', `${count('fault')}, ${count('warning')}.`].join('\n')
}
