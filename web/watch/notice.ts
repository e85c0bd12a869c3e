import { element } from './element.ts'
import type { Told } from './told.ts'
import { day, say, sayState } from './words.ts'

type Notice = Parameters<typeof sayState>[0]

/** Why nothing plays here, and what to do. */
export function notice(told: Exclude<Told, { sitting: string }>): Node[] {
  const state = stateOf(told)
  const [title, advice] = sayState(state, { date: told.opensAt ? day(told.opensAt) : '' })
  const again = element('button', { type: 'button' }, say('again'))
  again.addEventListener('click', () => location.reload())
  return [
    element('h1', {}, title),
    element('p', { class: 'advice' }, advice),
    ...(state === 'trouble' || state === 'many' ? [again] : []),
  ]
}

function stateOf({ state, status }: { state?: string; status?: number }): Notice {
  if (state === 'closed' || state === 'early' || state === 'unknown') return state
  return status === 429 ? 'many' : 'trouble'
}
