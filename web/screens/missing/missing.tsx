import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Empty } from '../../parts/empty.tsx'

/** An address that leads nowhere. */
export default function Missing() {
  const { t } = useTranslation()
  return (
    <Empty title={t('missing.title')}>
      <Link href="/">{t('missing.home')}</Link>
    </Empty>
  )
}
