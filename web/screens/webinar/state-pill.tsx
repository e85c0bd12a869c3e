import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useFormat } from '../../format.ts'
import { Pill } from '../../parts/pill.tsx'
import { useNow } from '../../ticking.ts'
import { advertisedStart } from '../../when.ts'
import style from './head.module.css'
import { positionAt } from './position.ts'

const tickMs = 5_000

/** Where the webinar stands: to come, running with its minute, over. While the connection is lost it says so. */
export function StatePill(props: { webinar: WebinarRow; toldAt: number; isPaused: boolean }) {
  const { webinar, toldAt, isPaused } = props
  const { t } = useTranslation('webinar')
  const now = useNow(webinar.state === 'ended' ? null : tickMs)
  const words = useStateWords()(webinar, toldAt, now)
  return (
    <>
      <Pill live={webinar.state === 'live' && !isPaused}>{isPaused ? t('state.paused') : words}</Pill>
      <span role="status" className={style.paused}>
        {isPaused ? t('state.pausedMeans') : ''}
      </span>
    </>
  )
}

function useStateWords() {
  const { t } = useTranslation('webinar')
  const format = useFormat()
  return (webinar: WebinarRow, toldAt: number, now: number): string => {
    const { state, plannedSeconds, provisional } = webinar
    const start = advertisedStart(webinar)
    const soon = start === null ? '' : format.fromNow(Date.parse(start) - now)
    if (state === 'scheduled') return start === null ? t('state.scheduled') : t('state.starts', { when: soon })
    if (state === 'ended') return t(provisional ? 'state.endedPerhaps' : 'state.ended')
    const position = positionAt(webinar, toldAt, now)!
    if (position === 0) return start === null ? t('state.open') : t('state.openStarts', { when: soon })
    const minute = format.count(Math.floor(position / 60) + 1)
    if (plannedSeconds === null) return t('state.live', { minute })
    const planned = Math.round(plannedSeconds / 60)
    return t('state.liveOf', {
      minute: format.count(Math.min(planned, Math.floor(position / 60) + 1)),
      planned: format.count(planned),
    })
  }
}
