import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Words } from '../../../parts/words.tsx'
import { useRole, useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import { mayManage, type Source, sourcesQuery } from '../queries.ts'
import style from '../sources.module.css'

type Api = NonNullable<Source['api']>

/** Whether the access works: what is wrong with it and what to do, and which scopes the app lacks. */
export function Access({ id, api }: { id: string; api: Api }) {
  const { t } = useTranslation('sources')
  const when = useWhen()
  const role = useRole()
  const { again, disconnect } = useAccess(id)
  const { problem, pausedUntil, scopesMissing, account, hosts } = api
  const canTry = problem !== null || scopesMissing.length > 0
  return (
    <>
      <p className={style.note}>
        <span>
          {t('api.account')}: <bdi>{account}</bdi>
        </span>
        {hosts.map((host) => (
          <bdi key={host}>{host}</bdi>
        ))}
      </p>
      {problem && (
        <div className={style.alarm} role="alert">
          <p>
            <strong>
              <Words said={problem} />
            </strong>
          </p>
          <p className={style.note}>
            <span>{t('api.since', { when: when.dayAndTime(problem.since) })}</span>
            {problem.triedAgainAt && (
              <span>{t('api.triedAgain', { when: when.dayAndTime(problem.triedAgainAt) })}</span>
            )}
          </p>
        </div>
      )}
      {pausedUntil && <p>{t('api.pausedUntil', { when: when.dayAndTime(pausedUntil) })}</p>}
      {scopesMissing.length > 0 && <Missing scopes={scopesMissing} />}
      {mayManage(role) && (
        <div className={style.ways}>
          {canTry && (
            <Button onPress={() => again.mutate()}>{t(again.isPending ? 'api.fetching' : 'api.tryAgain')}</Button>
          )}
          <Confirm
            open={t('api.disconnect')}
            title={t('api.disconnectTitle')}
            go={t('api.disconnect')}
            stay={t('api.stay')}
            onGo={() => disconnect.mutate()}
          >
            <p>{t('api.disconnectMeans')}</p>
          </Confirm>
        </div>
      )}
      {(again.error ?? disconnect.error) && <Trouble error={again.error ?? disconnect.error} />}
    </>
  )
}

function useAccess(id: string) {
  const calls = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: sourcesQuery(calls, slug).queryKey })
  const again = useMutation({ mutationFn: () => calls.sourceApi.api.probe.$post({ param: { id } }), onSettled })
  const disconnect = useMutation({ mutationFn: () => calls.sourceApi.api.$delete({ param: { id } }), onSettled })
  return { again, disconnect }
}

function Missing({ scopes }: { scopes: Api['scopesMissing'] }) {
  const { t } = useTranslation('sources')
  return (
    <div>
      <h4>{t('api.missing')}</h4>
      <ul className={style.reasons}>
        {scopes.map((each) => (
          <li key={each.scope}>
            <Words said={each} />
          </li>
        ))}
      </ul>
    </div>
  )
}
