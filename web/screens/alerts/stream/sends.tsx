import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../alerts/queries.ts'
import { useWhen } from '../../../when.ts'
import style from './stream.module.css'

type Send = Alert['sends'][number]

/** Where an alert was told, and what came of it. */
export function Sends({ sends }: { sends: readonly Send[] }) {
  return sends.map((send) => <OneSend key={send.id} send={send} />)
}

function OneSend({ send }: { send: Send }) {
  const { t } = useTranslation('alerts')
  const when = useWhen()
  const { channel, state, answer, at } = send
  const words = t(`sent.${stateOf(send)}`, { at: when.time(at) })
  const isWrong = state === 'refused' || (state === 'waiting' && answer)
  return (
    <span className={isWrong ? style.wrong : undefined}>
      <bdi>{channel?.name ?? t('channelGone')}</bdi>: {words}
      {isWrong && answer && (
        <>
          {' '}
          (<bdi>{answer}</bdi>)
        </>
      )}
    </span>
  )
}

function stateOf({ state, tries, at }: Send) {
  if (state !== 'waiting') return state
  if (tries > 0) return 'again'
  return Date.parse(at) > Date.now() + 60_000 ? 'later' : 'waiting'
}
