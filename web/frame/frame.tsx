import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Alarms } from '../alarm/alarms.tsx'
import { Notifications } from '../alerts/notify/notifications.tsx'
import { Untaken } from '../alerts/untaken.tsx'
import { intoSight, Sideways } from '../parts/sideways.tsx'
import type { Membership } from '../session.ts'
import { Choices } from './choices.tsx'
import style from './frame.module.css'
import { Mark } from './mark.tsx'

const places = ['webinars', 'people', 'alerts', 'formula', 'import', 'sources', 'team'] as const

/** What stands around every screen of a workspace: where one is, and where one can go. */
export function Frame(props: {
  workspace: Membership
  workspaces: readonly Membership[]
  user: { name: string; email: string }
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { workspace, workspaces, user } = props
  return (
    <div className={style.frame}>
      <a className={style.skip} href="#main">
        {t('skip')}
      </a>
      <header className={style.side}>
        <div className={style.brand}>
          <Mark />
        </div>
        <Sideways label={t('navigation')} className={style.places}>
          {places.map((place) => (
            <Place key={place} to={`/w/${workspace.slug}/${place}`}>
              {t(`place.${place}`)}
              {place === 'alerts' && <Untaken />}
            </Place>
          ))}
        </Sideways>
        <Choices workspace={workspace} workspaces={workspaces} user={user} />
      </header>
      <main id="main" className={style.main} tabIndex={-1}>
        <Alarms />
        <Notifications />
        {props.children}
      </main>
    </div>
  )
}

function Place({ to, children }: { to: string; children: ReactNode }) {
  const [here] = useLocation()
  const current = here === to ? 'page' : here.startsWith(`${to}/`) ? 'true' : undefined
  return (
    <Link ref={current ? intoSight : null} href={to} className={style.place} aria-current={current}>
      {children}
    </Link>
  )
}
