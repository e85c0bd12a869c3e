import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useFormat } from '../../format.ts'
import { advertisedStart, useLength } from '../../when.ts'
import { useTimezone } from '../../workspace.ts'
import { shareCame } from './groups.ts'

/** What a webinar's row and card say, in words. */
export function useTold() {
  const { t } = useTranslation('webinars')
  const format = useFormat()
  const length = useLength()
  const timezone = useTimezone()
  return (webinar: WebinarRow) => {
    const { state, plannedSeconds, liveSeconds, registrants, attendees, mqls, sqls } = webinar
    const start = advertisedStart(webinar)
    const isOver = state === 'ended'
    const seconds = isOver ? liveSeconds : plannedSeconds
    const share = shareCame(webinar)
    const minute = format.count(Math.floor(liveSeconds / 60) + 1)
    const planned = plannedSeconds === null ? null : format.count(Math.round(plannedSeconds / 60))
    return {
      topic: webinar.topic ?? t('untitled'),
      when: start === null ? t('unknownStart') : format.dayAndTime(start, timezone),
      minute: planned === null ? t('minute', { minute }) : t('minuteOf', { minute, planned }),
      starts: start === null ? '' : format.fromNow(Date.parse(start) - Date.now()),
      length: seconds === null || seconds === 0 ? '' : length(seconds),
      registrants: format.count(registrants),
      attendees: state === 'scheduled' ? '' : format.count(attendees),
      share: share === null ? '' : format.percent(share),
      mqls: format.count(mqls),
      sqls: format.count(sqls),
    }
  }
}
