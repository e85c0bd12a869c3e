import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useRole, useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import type { Draft, Side } from '../answers.ts'
import { useCall } from '../call.ts'
import { useFormula } from '../formula-state.ts'
import { draftQuery } from '../queries.ts'
import style from './sign-off.module.css'

const roles: Record<Side, readonly string[]> = { marketing: ['owner', 'marketer'], sales: ['owner', 'sales'] }

/** Who signed for one side, or the button for whoever may. */
export function SideCard({ side, draft }: { side: Side; draft: Draft }) {
  const { t } = useTranslation('formula')
  const when = useWhen()
  const call = useCall()
  const slug = useSlug()
  const role = useRole()
  const queries = useQueryClient()
  const { saving } = useFormula()
  const { queryKey } = draftQuery(call, slug)
  const sign = useMutation({
    mutationFn: () => call<{ draft: Draft }>('POST', 'model/draft/sign', { side, revision: draft.revision }),
    onSuccess: (answer) => queries.setQueryData(queryKey, answer.draft),
    onError: () => queries.invalidateQueries({ queryKey }),
  })
  const signature = draft.signed[side]
  return (
    <Card title={t(`sign.side.${side}`)}>
      {signature ? (
        <p className={style.signed}>
          <span className={style.check} aria-hidden="true" />
          <span>
            {t('sign.signed')} <bdi>{signature.by}</bdi>
            <small>{when.dayAndTime(signature.at)}</small>
          </span>
        </p>
      ) : (
        <div className={style.unsigned}>
          <p>{t('sign.unsigned')}</p>
          {roles[side].includes(role) ? (
            <Button isDisabled={sign.isPending || saving?.state === 'saving'} onPress={() => sign.mutate()}>
              {t(`sign.for.${side}`)}
            </Button>
          ) : (
            <p className={style.mute}>{t(`sign.who.${side}`)}</p>
          )}
        </div>
      )}
      {sign.error && <Trouble error={sign.error} />}
    </Card>
  )
}
