import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { alertsKey } from '../../../alerts/queries.ts'
import { buttonLink } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { useChannels } from '../channels/queries.ts'
import { storeRule, useRules } from './queries.ts'
import { RuleLine } from './rule-line.tsx'
import style from './rules.module.css'
import { freshRule, type Suggestion, suggestions } from './suggestions.ts'

/** Of what the company wants to be told; where it has said nothing yet, what others begin with. */
export function Rules() {
  const { t } = useTranslation('alerts')
  const slug = useSlug()
  const { data, error, refetch } = useRules()
  if (!data) return error ? <Trouble error={error} retry={refetch} /> : <Loading />
  const create = (
    <Link href={`/w/${slug}/alerts/rules/new`} className={buttonLink({ go: data.length > 0 })}>
      {t('rules.make')}
    </Link>
  )
  if (data.length === 0) return <Suggested create={create} />
  return (
    <Card title={t('rules.title')} aside={create}>
      <ol className={style.rules}>
        {data.map((rule) => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
      </ol>
    </Card>
  )
}

/** Each is made by one press, and told by all channels that there are. */
function Suggested({ create }: { create: React.ReactNode }) {
  const { t } = useTranslation('alerts')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const channels = useChannels().data ?? []
  const [error, setError] = useState<unknown>(null)

  async function make(which: Suggestion) {
    setError(null)
    try {
      const ids = channels.map(({ id }) => id)
      await storeRule(api, null, freshRule(suggestions[which], t(`suggest.${which}.name`), ids))
      await queries.invalidateQueries({ queryKey: alertsKey(slug) })
    } catch (caught) {
      setError(caught)
    }
  }

  return (
    <Card title={t('rules.none')} aside={create}>
      <p>{t('rules.why')}</p>
      <ul className={style.suggestions}>
        {(Object.keys(suggestions) as Suggestion[]).map((which) => (
          <li key={which}>
            <button type="button" onClick={() => make(which)}>
              <strong>{t(`suggest.${which}.name`)}</strong>
              <small>{t(`suggest.${which}.what`)}</small>
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <Trouble error={error} />}
      {channels.length === 0 && (
        <p className={style.note}>
          {t('rules.noChannel')} <Link href={`/w/${slug}/alerts/channels`}>{t('rules.toChannels')}</Link>
        </p>
      )}
    </Card>
  )
}
