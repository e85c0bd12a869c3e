import { useTranslation } from 'react-i18next'
import { useLength, useWhen } from '../when.ts'
import type { Alarm } from './queries.ts'

const longAgoMs = 18 * 3_600_000

/** An alarm in a sentence, and in a word. */
export function useAlarmWords(): (alarm: Alarm) => { sentence: string; short: string } {
  const { t } = useTranslation('alarm')
  const when = useWhen()
  const length = useLength()
  return ({ kind, webinar, since, people, speaks, delaySeconds }) => {
    const isLongAgo = Date.now() - Date.parse(since) > longAgoMs
    const gaps = {
      time: isLongAgo ? when.dayAndTime(since) : when.time(since),
      webinar: apart(webinar?.topic ?? t('webinarUnnamed')),
      people: people ?? 0,
      delay: length(delaySeconds ?? 0),
    }
    return { sentence: t(`says.${saidAs(kind, { people, speaks })}`, gaps), short: t(`short.${kind}`, gaps) }
  }
}

function saidAs(kind: Alarm['kind'], { people, speaks }: Pick<Alarm, 'people' | 'speaks'>) {
  if (kind === 'never_started' && speaks) return 'never_started_speaks'
  return kind === 'silent' && people === 0 ? 'silent_empty' : kind
}

/** A topic turns nothing around it. */
function apart(text: string): string {
  return `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`
}
