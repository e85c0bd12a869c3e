import { useQueryClient } from '@tanstack/react-query'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { NotifySwitch } from '../alerts/notify/switch.tsx'
import { askJson } from '../api.ts'
import { type Membership, sessionQuery } from '../session.ts'
import style from './frame.module.css'
import { Looks } from './looks.tsx'

/** The workspace one is in, how the screens look, and the way out. */
export function Choices(props: {
  workspace: Membership
  workspaces: readonly Membership[]
  user: { name: string; email: string }
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const { workspace, workspaces, user } = props

  async function signOut() {
    await askJson('DELETE', '/session')
    queries.clear()
    queries.setQueryData(sessionQuery.queryKey, { state: 'signed_out' })
    navigate('/sign-in')
  }

  return (
    <details className={style.choices} onBlur={closeWhenLeft} onKeyDown={closeOnEscape}>
      <summary>
        <span dir="auto">{workspace.name}</span>
        <small dir="auto">{user.name}</small>
      </summary>
      <div className={style.chosen}>
        {workspaces.length > 1 && (
          <label>
            <span>{t('workspace')}</span>
            <select value={workspace.slug} onChange={(event) => navigate(`/w/${event.target.value}/webinars`)}>
              {workspaces.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <Looks />
        <NotifySwitch />
        <button type="button" className={style.out} onClick={signOut}>
          {t('signOut')}
        </button>
      </div>
    </details>
  )
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>): void {
  if (!currentTarget.contains(relatedTarget)) currentTarget.open = false
}

function closeOnEscape({ currentTarget, key }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== 'Escape' || !currentTarget.open) return
  currentTarget.open = false
  currentTarget.querySelector('summary')?.focus()
}
