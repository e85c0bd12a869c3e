import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import type { Span } from '../../parts/strip.tsx'
import type { ShownSheet } from './queries.ts'
import style from './two-strips.module.css'

export type Compared = ShownSheet['people']['items'][number]

/** Presence by webhooks above and by the report below, on the webinar's own timeline; what only one has stands out. */
export function TwoStrips({ compared, seconds }: { compared: Compared; seconds: number }) {
  const words = useComparedWords()
  const { webhooks, onlyWebhooks, report, onlyReport } = compared
  return (
    <div className={style.strips} dir="ltr" role="img" aria-label={words(compared)}>
      <Strip spans={webhooks} alone={onlyWebhooks} seconds={seconds} />
      <Strip spans={report} alone={onlyReport} seconds={seconds} />
    </div>
  )
}

function Strip({ spans, alone, seconds }: { spans: readonly Span[]; alone: readonly Span[]; seconds: number }) {
  const at = (second: number) => `${Math.min(100, (second / Math.max(1, seconds)) * 100)}%`
  const wide = ([from, to]: Span) => ({ left: at(from), width: at(to - from) })
  return (
    <div className={style.strip}>
      {spans.map((span) => (
        <i key={span[0]} className={style.both} style={wide(span)} />
      ))}
      {alone.map((span) => (
        <i key={span[0]} className={style.alone} style={wide(span)} />
      ))}
    </div>
  )
}

/** Where the two differ, as words. */
export function useComparedWords() {
  const { t } = useTranslation('reconciliation')
  const { clock } = useFormat()
  return ({ onlyWebhooks, onlyReport }: Pick<Compared, 'onlyWebhooks' | 'onlyReport'>): string => {
    const spans = (list: readonly Span[]) => list.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')
    const said = [
      onlyWebhooks.length > 0 && t('compared.onlyWebhooks', { spans: spans(onlyWebhooks) }),
      onlyReport.length > 0 && t('compared.onlyReport', { spans: spans(onlyReport) }),
    ].filter(Boolean)
    return said.length > 0 ? said.join('; ') : t('compared.agree')
  }
}
