import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Door } from '../../door/door.tsx'

/** A workspace that is none, or in which somebody is not; nobody is told which of the two. */
export default function NoWorkspace({ slug, email }: { slug: string; email: string }) {
  const { t } = useTranslation()
  return (
    <Door title={t('missing.workspace', { slug: `\u2068${slug}\u2069` })}>
      <p>{t('missing.workspaceDo', { email: `\u2068${email}\u2069` })}</p>
      <Link href="/">{t('missing.home')}</Link>
    </Door>
  )
}
