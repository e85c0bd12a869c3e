import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../parts/card.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { apiKeysQuery, useApiKeys } from '../queries.ts'
import style from '../team.module.css'
import { KeyRow } from './key-row.tsx'
import { MakeKey } from './make-key.tsx'

/** Programs that may come in, and one more. */
export function KeysCard() {
  const { t } = useTranslation('team')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const { data, error, refetch } = useApiKeys()
  const refresh = () => queries.invalidateQueries({ queryKey: apiKeysQuery(api, slug).queryKey })
  const revoke = useMutation({
    mutationFn: (id: string) => api.apiKeys[':id'].$delete({ param: { id } }),
    onSettled: refresh,
  })
  return (
    <Card title={t('keys.title')}>
      <div className={style.body}>
        <p className={style.note}>{t('keys.why')}</p>
        {error && !data && <Trouble error={error} retry={refetch} />}
        {data?.length === 0 && <p>{t('keys.none')}</p>}
        {data && data.length > 0 && (
          <table className={style.table}>
            <caption className="unseen">{t('keys.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('keys.name')}</th>
                <th scope="col">{t('keys.may')}</th>
                <th scope="col">{t('keys.used')}</th>
                <th scope="col">
                  <span className="unseen">{t('change')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((key) => (
                <KeyRow key={key.id} apiKey={key} revoke={revoke.mutate} />
              ))}
            </tbody>
          </table>
        )}
        {revoke.error && <Trouble error={revoke.error} />}
        {data && (
          <details className={style.more} open={data.length === 0 || undefined}>
            <summary>{t('keys.another')}</summary>
            <MakeKey made={refresh} />
          </details>
        )}
      </div>
    </Card>
  )
}
