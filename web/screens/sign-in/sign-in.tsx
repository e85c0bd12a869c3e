import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useSearchParams } from 'wouter'
import { askJson } from '../../api.ts'
import { Door } from '../../door/door.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Words } from '../../parts/words.tsx'
import { pathAfterSignIn, type Session, sessionQuery, useSession } from '../../session.ts'

/** Signs in and leads back to the screen one came from (`?to=`). */
export default function SignIn() {
  const { t } = useTranslation('setup')
  const { data, error, refetch } = useSession()
  const [search] = useSearchParams()
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (data.state === 'setup') return <Redirect to="/setup" replace />
  if (data.state === 'signed_in') return <Redirect to={pathAfterSignIn(search.get('to'), data.workspaces)} replace />
  if (data.state === 'insecure')
    return (
      <Door title={t('insecure')}>
        <p>
          <Words said={{ text: data.reason, key: data.key, params: data.params }} />
        </p>
      </Door>
    )
  return (
    <Door title={t('signIn.title')}>
      {search.has('to') && <p>{t('signIn.back')}</p>}
      <Credentials />
      <details>
        <summary>{t('signIn.forgotten')}</summary>
        <p>{t('signIn.newLink')}</p>
        <code dir="ltr">npm run -s ripen -- owner link</code>
      </details>
    </Door>
  )
}

function Credentials() {
  const { t } = useTranslation('setup')
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')

  async function signIn() {
    const session = await askJson<Session>('POST', '/session', { email, password })
    queries.clear()
    queries.setQueryData(sessionQuery.queryKey, session)
    if (session.state === 'signed_in')
      navigate(pathAfterSignIn(search.get('to'), session.workspaces), { replace: true })
  }

  return (
    <Form go={t('signIn.go')} send={signIn}>
      <Field
        name="email"
        label={t('email')}
        type="email"
        autoComplete="username"
        isRequired
        autoFocus
        value={email}
        onChange={setEmail}
      />
      <Field
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        isRequired
        value={password}
        onChange={setPassword}
      />
    </Form>
  )
}
