import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useFinish } from './finish.ts'
import style from './setup.module.css'
import { firstWorkspace, staffDomainsIn, WorkspaceFields } from './workspace-fields.tsx'

/** The first owner, and the first workspace where there is none yet. */
export function NewOwner({ token, workspaces }: { token: string; workspaces: { slug: string; name: string }[] }) {
  const { t } = useTranslation('setup')
  const finish = useFinish()
  const [owner, setOwner] = useState({ name: '', email: '', password: '' })
  const [workspace, setWorkspace] = useState(() => firstWorkspace(Intl.DateTimeFormat().resolvedOptions().timeZone))
  const isFirst = workspaces.length === 0
  const set = (member: keyof typeof owner) => (value: string) => setOwner({ ...owner, [member]: value })

  function send() {
    const { staffDomains, ...settings } = workspace
    const made = { ...settings, staffDomains: staffDomainsIn(staffDomains) }
    return finish({ token, ...owner, ...(isFirst ? { workspace: made } : {}) })
  }

  return (
    <Form go={t('owner.go')} send={send}>
      <fieldset className={style.group}>
        <legend>{t('owner.you')}</legend>
        <Field name="name" label={t('name')} autoComplete="name" isRequired value={owner.name} onChange={set('name')} />
        <Field
          name="email"
          label={t('email')}
          type="email"
          autoComplete="username"
          isRequired
          value={owner.email}
          onChange={set('email')}
        />
        <Field
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          type="password"
          minLength={10}
          autoComplete="new-password"
          isRequired
          value={owner.password}
          onChange={set('password')}
        />
      </fieldset>
      {isFirst ? (
        <WorkspaceFields workspace={workspace} onChange={setWorkspace} />
      ) : (
        <p>{t('owner.gets', { names: workspaces.map(({ name }) => name).join(', ') })}</p>
      )}
    </Form>
  )
}
