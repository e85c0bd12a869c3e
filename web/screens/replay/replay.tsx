import { useTranslation } from 'react-i18next'
import { WebinarFrame } from '../webinar/webinar-frame.tsx'

export default function Replay({ id }: { id: string }) {
  const { t } = useTranslation('replay')
  return (
    <WebinarFrame id={id} here="replay">
      {() => <h2>{t('title')}</h2>}
    </WebinarFrame>
  )
}
