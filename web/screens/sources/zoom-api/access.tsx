import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Words } from '../../../parts/words.tsx'
import { useRole } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { mayManage, type Source } from '../queries.ts'
import style from '../sources.module.css'
import { useAccess } from './use-access.ts'

type Api = NonNullable<Source['api']>

/** Whether the access works: what is wrong with it and what to do, and which scopes the app lacks. */
export function Access({ id, api }: { id: string; api: Api }) {
  const { t } = useTranslation('sources')
  const when = useWhen()
  const role = useRole()
  const { again } = useAccess(id)
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
      {problem && <Problem problem={problem} />}
      {pausedUntil && <p>{t('api.pausedUntil', { when: when.dayAndTime(pausedUntil) })}</p>}
      {scopesMissing.length > 0 && <Missing scopes={scopesMissing} />}
      {mayManage(role) && canTry && (
        <div>
          <Button onPress={() => again.mutate()}>{t(again.isPending ? 'api.trying' : 'api.tryAgain')}</Button>
        </div>
      )}
      {again.error && <Trouble error={again.error} />}
    </>
  )
}

function Problem({ problem }: { problem: NonNullable<Api['problem']> }) {
  const { t } = useTranslation('sources')
  const when = useWhen()
  const { since, triedAgainAt } = problem
  return (
    <div className={style.alarm} role="alert">
      <p>
        <strong>
          <Words said={problem} />
        </strong>
      </p>
      <p className={style.note}>
        <span>{t('api.since', { when: when.dayAndTime(since) })}</span>
        {triedAgainAt && <span>{t('api.triedAgain', { when: when.dayAndTime(triedAgainAt) })}</span>}
      </p>
    </div>
  )
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
