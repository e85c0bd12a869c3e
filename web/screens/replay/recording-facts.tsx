import { useTranslation } from 'react-i18next'
import type { ReplayAnswer } from '../../../src/http/workspace/replay.ts'
import { useFormat } from '../../format.ts'
import style from './recording.module.css'

/** What is known of the recording: address, length, and how watching it counts. */
export function RecordingFacts({ recording }: { recording: ReplayAnswer }) {
  const { t } = useTranslation('replay')
  const { clock } = useFormat()
  const { kind, address, mediaSeconds, lengthBy, offsetSeconds, joinsLive } = recording
  return (
    <>
      <dl className={style.facts}>
        <dt>{t(`recording.is.${kind}`)}</dt>
        <dd>
          <bdi dir="ltr" className={style.address}>
            {address}
          </bdi>
        </dd>
        {mediaSeconds !== null && (
          <>
            <dt>{t('recording.length')}</dt>
            <dd>
              <bdi dir="ltr">{clock(mediaSeconds)}</bdi>
              {lengthBy === 'player' && <small> {t('recording.byPlayer')}</small>}
            </dd>
          </>
        )}
        {offsetSeconds !== null && (
          <>
            <dt>{t('recording.offset')}</dt>
            <dd>
              <bdi dir="ltr">{clock(offsetSeconds)}</bdi>
            </dd>
          </>
        )}
      </dl>
      <p className={style.counts}>
        {mediaSeconds === null
          ? t('recording.lengthUnknown')
          : joinsLive !== null && t(`recording.${joinsOf(joinsLive)}`)}
      </p>
    </>
  )
}

function joinsOf(joinsLive: boolean) {
  return joinsLive ? ('joins' as const) : ('alone' as const)
}
