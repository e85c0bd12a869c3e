import { useTranslation } from 'react-i18next'
import { Confirm } from '../../../parts/confirm.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useAccess } from './use-access.ts'

/** Forgets the access, after saying what that means. */
export function Disconnect({ id }: { id: string }) {
  const { t } = useTranslation('sources')
  const { disconnect } = useAccess(id)
  return (
    <div>
      <Confirm
        open={t('api.disconnect')}
        title={t('api.disconnectTitle')}
        go={t('api.disconnect')}
        stay={t('api.stay')}
        onGo={() => disconnect.mutate()}
      >
        <p>{t('api.disconnectMeans')}</p>
      </Confirm>
      {disconnect.error && <Trouble error={disconnect.error} />}
    </div>
  )
}
