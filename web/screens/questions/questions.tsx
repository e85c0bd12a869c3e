import { useTranslation } from 'react-i18next'
import { WebinarFrame } from '../webinar/webinar-frame.tsx'

export default function Questions({ id }: { id: string }) {
  const { t } = useTranslation('questions')
  return (
    <WebinarFrame id={id} here="questions">
      {() => <h2>{t('title')}</h2>}
    </WebinarFrame>
  )
}
