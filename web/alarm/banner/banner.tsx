import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useSlug } from '../../session.ts'
import { useAlarmWords } from '../alarm-words.ts'
import type { Alarm } from '../queries.ts'
import style from './banner.module.css'

/** Above every screen while a source is silent that should speak: what is wrong, and where it says what to do. */
export default function Banner({ alarms }: { alarms: readonly Alarm[] }) {
  const { t } = useTranslation('alarm')
  const slug = useSlug()
  const words = useAlarmWords()
  return (
    <section className={style.banner} aria-label={t('title')}>
      <div role="alert">
        {alarms.map((alarm) => (
          <p key={alarm.id}>{words(alarm).sentence}</p>
        ))}
      </div>
      <Link href={`/w/${slug}/sources`}>{t('do')}</Link>
    </section>
  )
}
