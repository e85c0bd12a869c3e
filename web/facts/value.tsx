import { useFormat } from '../format.ts'
import { Marked } from '../parts/marked.tsx'
import { useLength, useWhen } from '../when.ts'
import type { Detail } from './fact-details.ts'
import { useFactWords } from './fact-words.ts'

/** What a fact says, as its kind of value is written. Addresses are shown, never followed. */
export function Value({ detail }: { detail: Detail }) {
  const { word } = useFactWords()
  const format = useFormat()
  const length = useLength()
  const when = useWhen()
  switch (detail.as) {
    case 'word':
      return <bdi>{word(detail.value)}</bdi>
    case 'text':
      return <Marked text={detail.value} marks={[]} />
    case 'address':
      return <bdi dir="ltr">{detail.value}</bdi>
    case 'length':
      return length(detail.value)
    case 'share':
      return format.fullPercent(detail.value)
    case 'number':
      return <bdi dir="ltr">{format.number(detail.value)}</bdi>
    case 'moments': {
      const [from, to] = detail.value
      return (
        <>
          <bdi dir="ltr">
            {when.time(from)}–{when.time(to)}
          </bdi>{' '}
          ({length((to - from) / 1000)})
        </>
      )
    }
    case 'stretches':
      return (
        <bdi dir="ltr">{detail.value.map(([from, to]) => `${format.clock(from)}–${format.clock(to)}`).join(', ')}</bdi>
      )
  }
}
