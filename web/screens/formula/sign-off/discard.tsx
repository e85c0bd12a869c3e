import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Confirm } from '../../../parts/confirm.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useCall } from '../call.ts'
import { formulaKey } from '../queries.ts'

/** Throws the draft away, after saying what is lost. */
export function Discard() {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  const call = useCall()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const discard = useMutation({
    mutationFn: () => call('DELETE', 'model/draft'),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: formulaKey(slug) })
      navigate(`/w/${slug}/formula`)
    },
  })
  return (
    <div>
      <Confirm
        open={t('sign.discard')}
        title={t('sign.discard')}
        go={t('sign.discardSure')}
        stay={t('sign.keep')}
        onGo={() => discard.mutate()}
      >
        <p>{t('sign.discardMeans')}</p>
      </Confirm>
      {discard.error && <Trouble error={discard.error} />}
    </div>
  )
}
