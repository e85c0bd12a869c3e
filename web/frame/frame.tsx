import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Alarms } from '../alarm/alarms.tsx'
import { Notifications } from '../alerts/notify/notifications.tsx'
import { Untaken } from '../alerts/untaken.tsx'
import { Sideways } from '../parts/sideways.tsx'
import type { Membership } from '../session.ts'
import { Choices } from './choices.tsx'
import style from './frame.module.css'
import { Mark } from './mark.tsx'

const places = ['webinars', 'people', 'alerts', 'formula', 'import', 'sources', 'team'] as const
/** Screens that belong to a place and have an address of their own. */
const belongs: Record<string, string> = { log: 'team' }

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
            <Place key={place} slug={workspace.slug} place={place}>
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

function Place({ slug, place, children }: { slug: string; place: (typeof places)[number]; children: ReactNode }) {
  const [here] = useLocation()
  const to = `/w/${slug}/${place}`
  const [, , , screen = ''] = here.split('/')
  const isWithin = (belongs[screen] ?? screen) === place
  const current = here === to ? 'page' : isWithin ? 'true' : undefined
  return (
    <Link href={to} className={style.place} aria-current={current}>
      {children}
    </Link>
  )
}
