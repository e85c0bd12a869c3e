import { useFormat } from './format.ts'

/** What a text with a number needs: `count` chooses its form, `number` is how it is written. */
export function useCounted(): (count: number) => { count: number; number: string } {
  const format = useFormat()
  return (count) => ({ count, number: format.count(count) })
}
