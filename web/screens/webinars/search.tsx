import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useKindName } from '../../parts/kind-name.ts'
import { useTyped } from '../../typed.ts'
import style from './webinars.module.css'

/** Part of a topic, and a kind of webinar where there is more than one. */
export function Search({ webinars }: { webinars: readonly WebinarRow[] }) {
  const { t } = useTranslation('webinars')
  const nameOf = useKindName()
  const [params, setParams] = useSearchParams()
  const kind = params.get('kind') ?? ''
  const kinds = [...new Set([...webinars.map(({ kind }) => kind), ...(kind ? [kind] : [])])].sort()
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const [typed, setTyped] = useTyped(params.get('q') ?? '', (q) => set('q', q))
  return (
    <search className={style.search}>
      <input
        type="search"
        dir={typed ? 'auto' : undefined}
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {kinds.length > 1 && (
        <select aria-label={t('kind')} value={kind} onChange={(event) => set('kind', event.target.value)}>
          <option value="">{t('anyKind')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      )}
    </search>
  )
}
