import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Redirect } from 'wouter'
import { askJson, Problem } from '../../api.ts'
import { Door } from '../../door/door.tsx'
import { buttonLink } from '../../parts/button.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { saidBy, Words } from '../../parts/words.tsx'
import { useSession } from '../../session.ts'
import { NewOwner } from './new-owner.tsx'
import { NewPassword } from './new-password.tsx'

/** What a one-time link is for. */
interface OneTimeLink {
  purpose: 'owner' | 'password' | 'invitation'
  email: string | null
  workspaces: { slug: string; name: string }[]
}

/** A link that is opened where this screen stands changes nothing but what is behind the #. */
function onOtherLink(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The screen behind a one-time link: the first owner with a workspace, or a new password. */
export default function Setup() {
  const { t } = useTranslation('setup')
  const token = useSyncExternalStore(onOtherLink, () => window.location.hash.slice(1))
  const session = useSession()
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: () => askJson<OneTimeLink>('POST', '/setup/check', { token }),
    enabled: token !== '' && session.data !== undefined && session.data.state !== 'insecure',
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (session.data?.state === 'insecure')
    return (
      <Door title={t('insecure')}>
        <p>
          <Words said={{ text: session.data.reason, key: session.data.key, params: session.data.params }} />
        </p>
      </Door>
    )
  if (token === '') return session.data && session.data.state !== 'setup' ? <Redirect to="/" replace /> : <NoLink />
  if (link.error)
    return (
      <Door title={t('link.refused')}>
        {link.error instanceof Problem ? (
          <>
            <p>
              <Words said={saidBy(link.error)} />
            </p>
            {session.data && session.data.state !== 'setup' && (
              <>
                <p>{t('link.ask')}</p>
                <Link href="/" className={buttonLink()}>
                  {t('link.signIn')}
                </Link>
              </>
            )}
          </>
        ) : (
          <Trouble error={link.error} retry={link.refetch} />
        )}
      </Door>
    )
  if (!link.data) return <Loading />
  if (link.data.purpose === 'invitation')
    return (
      <Door title={t('invitation.title')}>
        <p>{t('invitation.to', { names: link.data.workspaces.map(({ name }) => `\u2068${name}\u2069`).join(', ') })}</p>
        <NewPassword token={token} email={link.data.email ?? ''} go={t('invitation.go')} />
      </Door>
    )
  return link.data.purpose === 'owner' ? (
    <Door title={t('owner.title')}>
      <NewOwner token={token} workspaces={link.data.workspaces} />
    </Door>
  ) : (
    <Door title={t('newPassword.title')}>
      <NewPassword token={token} email={link.data.email ?? ''} go={t('newPassword.go')} />
    </Door>
  )
}

function NoLink() {
  const { t } = useTranslation('setup')
  return (
    <Door title={t('link.needed')}>
      <p>{t('link.where')}</p>
      <p>{t('link.again')}</p>
      <code dir="ltr">npm run -s ripen -- owner link</code>
    </Door>
  )
}
