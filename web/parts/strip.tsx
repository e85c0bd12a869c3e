import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import style from './strip.module.css'
import { useTopicName } from './topic-name.ts'

/** From and to, in seconds of the webinar's live time. */
export type Span = readonly [number, number]

export interface StripProps {
  presence: { live: readonly Span[]; replay: readonly Span[] }
  marks: readonly { kind: string; at: number; buying?: readonly string[] | undefined }[]
  /** Something was watched on demand and nobody knows which minutes of the webinar. */
  isUnplaced?: boolean
  /** How long the strip is, in seconds: the live time, or the planned one while the webinar runs. */
  seconds: number
  /** Where the webinar is now, in seconds; null when it is over. */
  now?: number | null
}

/**
 * The minutes somebody was in the room on the webinar's own timeline, which runs left to right in every language,
 * with a mark for each poll answered, question asked and chat message, filled where it is about buying; on-demand
 * viewing runs below.
 */
export function Strip({ presence, marks, seconds, isUnplaced = false, now = null }: StripProps) {
  const words = useStripWords()
  const at = (second: number) => `${Math.min(100, (second / Math.max(1, seconds)) * 100)}%`
  const wide = ([from, to]: Span) => ({ left: at(from), width: at(to - from) })
  return (
    <div className={style.strip} dir="ltr" role="img" aria-label={words({ presence, marks, isUnplaced })}>
      {presence.live.map((span) => (
        <i key={span[0]} className={style.live} style={wide(span)} />
      ))}
      {presence.replay.map((span) => (
        <i key={span[0]} className={style.replay} style={wide(span)} />
      ))}
      {isUnplaced && <i className={style.unplaced} />}
      {marks.map(({ kind, at: second, buying }, index) => (
        <b
          key={index}
          className={style[kind]}
          data-buying={buying !== undefined || undefined}
          style={{ left: at(second) }}
        >
          {kind === 'question' ? '?' : ''}
        </b>
      ))}
      {now !== null && <u className={style.now} style={{ left: at(now) }} />}
    </div>
  )
}

/** Whether somebody watched on demand without any minute of it having a place on the webinar's own timeline. */
export function isUnplaced({ attendance, presence }: Placed): boolean {
  return attendance.replayEvidence !== null && presence.replay.length === 0
}

interface Placed {
  attendance: { replayEvidence: string | null }
  presence: StripProps['presence']
}

/** What a strip shows, as words. */
export function useStripWords() {
  const { t } = useTranslation()
  const { clock } = useFormat()
  const nameOf = useTopicName()
  return ({ presence, marks, isUnplaced }: Pick<StripProps, 'presence' | 'marks' | 'isUnplaced'>): string => {
    const spans = (list: readonly Span[]) => list.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')
    const count = (kind: string) => marks.filter((mark) => mark.kind === kind).length
    const counted = (['question', 'poll', 'chat'] as const).filter((kind) => count(kind) > 0)
    const topics = [...new Set(marks.flatMap(({ buying = [] }) => buying))]
    const said = [
      presence.live.length > 0 ? t('strip.live', { spans: spans(presence.live) }) : t('strip.absent'),
      presence.replay.length > 0 && t('strip.replay', { spans: spans(presence.replay) }),
      isUnplaced && t('strip.unplaced'),
      ...counted.map((kind) => t(`strip.${kind}`, { count: count(kind) })),
      topics.length > 0 && t('aboutBuying', { topics: topics.map(nameOf).join(', ') }),
    ]
    return said.filter(Boolean).join('; ')
  }
}
