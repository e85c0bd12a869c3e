import { useTranslation } from 'react-i18next'
import type { ReplayAnswer } from '../../../src/http/workspace/replay.ts'
import { useWhen } from '../../when.ts'

/** Whether a recording can be watched, in words. */
export function useRecordingState(): (recording: ReplayAnswer) => string {
  const { t } = useTranslation('replay')
  const when = useWhen()
  return ({ state, opensAt, closesAt }) => {
    if (state === 'early') return t('recording.state.early', { date: when.dayAndTime(opensAt!) })
    if (state === 'closed') return t('recording.state.closed', { date: when.dayAndTime(closesAt!) })
    return closesAt ? t('recording.state.until', { date: when.dayAndTime(closesAt) }) : t('recording.state.open')
  }
}
