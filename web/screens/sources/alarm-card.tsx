import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useAlarmWords } from '../../alarm/alarm-words.ts'
import type { Alarm } from '../../alarm/queries.ts'
import { useSlug } from '../../session.ts'
import style from './sources.module.css'

const steps = {
  refused: ['steps.refused.a', 'steps.refused.b', 'steps.refused.c'],
  never_started: ['steps.never_started.a', 'steps.never_started.b', 'steps.never_started.c'],
  silent: ['steps.silent.a', 'steps.silent.b', 'steps.silent.c'],
  no_end: ['steps.no_end.a', 'steps.no_end.b'],
  disabled: ['steps.disabled.a', 'steps.disabled.b'],
  late: ['steps.late.a', 'steps.late.b'],
} as const satisfies Record<Alarm['kind'], readonly string[]>

/** What is wrong with a source, and step by step what to do. */
export function AlarmCard({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation('alarm')
  const slug = useSlug()
  const words = useAlarmWords()
  return (
    <section className={style.alarm} aria-label={t('do')}>
      <p>
        <strong>{words(alarm).sentence}</strong>
      </p>
      <ol className={style.steps}>
        {steps[alarm.kind].map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      {alarm.webinar && <Link href={`/w/${slug}/webinars/${alarm.webinar.id}`}>{t('toWebinar')}</Link>}
    </section>
  )
}
