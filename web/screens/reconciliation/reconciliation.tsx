import { useTranslation } from 'react-i18next'
import { WebinarFrame } from '../webinar/webinar-frame.tsx'

export default function Reconciliation({ id }: { id: string }) {
  const { t } = useTranslation('reconciliation')
  return (
    <WebinarFrame id={id} here="reconciliation">
      {() => <h2>{t('title')}</h2>}
    </WebinarFrame>
  )
}
