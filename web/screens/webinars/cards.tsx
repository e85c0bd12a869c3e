import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useKindName } from '../../parts/kind-name.ts'
import { Pill } from '../../parts/pill.tsx'
import { useSlug } from '../../session.ts'
import style from './cards.module.css'
import type { Group } from './groups.ts'
import { useTold } from './told.ts'

/** Webinars one below the other, for a phone. */
export function Cards({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation('webinars')
  return groups.map(({ state, webinars }) => (
    <section key={state} className={style.group}>
      <h2>{state === 'live' ? <Pill live>{t('group.live')}</Pill> : t(`group.${state}`)}</h2>
      <ul className={style.cards}>
        {webinars.map((webinar) => (
          <WebinarCard key={webinar.id} webinar={webinar} />
        ))}
      </ul>
    </section>
  ))
}

const figures = ['registrants', 'attendees', 'mqls', 'sqls'] as const

function WebinarCard({ webinar }: { webinar: WebinarRow }) {
  const { t } = useTranslation('webinars')
  const slug = useSlug()
  const nameOf = useKindName()
  const told = useTold()(webinar)
  const { state } = webinar
  const time = state === 'live' ? told.minute : state === 'scheduled' ? told.starts : told.length
  return (
    <li className={state === 'live' ? `${style.card} ${style.live}` : style.card}>
      <h3>
        <Link href={`/w/${slug}/webinars/${webinar.id}`}>
          <bdi>{told.topic}</bdi>
        </Link>
      </h3>
      <p className={style.about}>{[nameOf(webinar.kind), told.when, time].filter(Boolean).join(' · ')}</p>
      <dl>
        {figures
          .filter((key) => told[key] !== '')
          .map((key) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>
                {told[key]} {key === 'attendees' && <small>{told.share}</small>}
              </dd>
            </div>
          ))}
      </dl>
    </li>
  )
}
