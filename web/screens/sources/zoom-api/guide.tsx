import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../format.ts'
import { Copy } from '../../../parts/copy.tsx'
import { Words } from '../../../parts/words.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import style from '../sources.module.css'

/** Step by step to a Server-to-Server OAuth app of Zoom, with every scope to tick. */
export function Guide() {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const scopes = useScopes()
  return (
    <ol className={style.steps}>
      <li>{t('api.guide.app')}</li>
      <li>{t('api.guide.credentials')}</li>
      <li>
        {t('api.guide.scopes', { number: format.count(scopes.length) })}
        <Scopes scopes={scopes} />
      </li>
      <li>{t('api.guide.activate')}</li>
    </ol>
  )
}

type Scope = ReturnType<typeof useScopes>[number]

function useScopes() {
  const api = useApi()
  const { data } = useQuery({
    queryKey: [useSlug(), 'zoom-scopes'],
    queryFn: async ({ signal }) =>
      (await (await api.platforms.zoom.scopes.$get({}, { init: { signal } })).json()).scopes,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? []
}

function Scopes({ scopes }: { scopes: readonly Scope[] }) {
  const { t } = useTranslation('sources')
  if (scopes.length === 0) return null
  return (
    <>
      <ul className={style.scopes} aria-label={t('api.scope')}>
        {scopes.map(({ scope, brings }) => (
          <li key={scope}>
            <code dir="ltr">{scope}</code>
            <small>
              {brings.map((words, at) => (
                <span key={words.key}>
                  {at > 0 && '; '}
                  <Words said={words} />
                </span>
              ))}
            </small>
          </li>
        ))}
      </ul>
      <Copy text={scopes.map(({ scope }) => scope).join('\n')} words={t('api.copyScopes')} />
    </>
  )
}
