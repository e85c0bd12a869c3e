import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../../parts/confirm.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useRole, useSlug } from '../../../session.ts'
import { useCall } from '../call.ts'
import { useFormula } from '../formula-state.ts'

/** The way back to an earlier version, for owners: it is published anew, and says so first. */
export function GoBack({ version, next }: { version: number; next: number }) {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  const call = useCall()
  const role = useRole()
  const queries = useQueryClient()
  const { inForce } = useFormula()
  const back = useMutation({
    mutationFn: () => call('POST', 'model/rollback', { version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug] }),
  })
  if (role !== 'owner') return null
  return (
    <>
      <Confirm
        open={t('versions.back')}
        title={t('versions.backTitle', { version })}
        go={t('versions.backGo', { version })}
        stay={t('versions.backStay')}
        onGo={() => back.mutate()}
      >
        <p>{t('versions.backMeans', { version, next, current: inForce.version })}</p>
      </Confirm>
      {back.error && <Trouble error={back.error} />}
    </>
  )
}
