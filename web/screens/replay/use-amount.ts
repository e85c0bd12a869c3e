import { useTranslation } from 'react-i18next'
import type { ViewerRow } from '../../../src/http/workspace/replay.ts'
import { useFormat } from '../../format.ts'
import { useLength } from '../../when.ts'

type Amount = Pick<ViewerRow, 'seconds' | 'share' | 'evidence'>

/** How much of the recording, and how exactly that is known. */
export function useAmount(): (watched: Amount) => string {
  const { t } = useTranslation(['replay', 'common'])
  const format = useFormat()
  const length = useLength()
  return ({ seconds, share, evidence }) => {
    const said = [
      share !== null && share > 0 && format.fullPercent(share),
      seconds > 0 && length(seconds),
      evidence !== 'intervals' && t(`common:watch.${evidence}`),
    ]
    return said.filter(Boolean).join(' · ')
  }
}
