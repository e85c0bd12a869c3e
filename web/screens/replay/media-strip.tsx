import { useTranslation } from 'react-i18next'
import type { ViewerRow } from '../../../src/http/workspace/replay.ts'
import { useFormat } from '../../format.ts'
import style from '../../parts/strip.module.css'

/**
 * What somebody watched of a recording, on the recording's own time from left to right in every language. Where the
 * positions are not known it is hatched, as far as the amount goes.
 */
export function MediaStrip(watched: Pick<ViewerRow, 'intervals' | 'mediaSeconds' | 'share' | 'evidence'>) {
  const { t } = useTranslation(['replay', 'common'])
  const format = useFormat()
  const { intervals, mediaSeconds, share, evidence } = watched
  const whole = mediaSeconds ?? intervals.at(-1)?.[1] ?? 1
  const at = (second: number) => `${Math.min(100, (second / whole) * 100)}%`
  const parts = intervals.map(([from, to]) => `${format.clock(from)}–${format.clock(to)}`).join(', ')
  const unplaced = t(`common:watch.${evidence}`)
  return (
    <div className={style.media} dir="ltr" role="img" aria-label={parts ? t('replay:parts', { parts }) : unplaced}>
      {intervals.map(([from, to]) => (
        <i key={from} className={style.seen} style={{ left: at(from), width: at(to - from) }} />
      ))}
      {intervals.length === 0 && (
        <i
          className={style.hatched}
          style={{ left: 0, width: share === null || share === 0 ? '100%' : at(share * whole) }}
        />
      )}
    </div>
  )
}
