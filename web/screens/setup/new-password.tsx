import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useFinish } from './finish.ts'

/** A password for somebody who has forgotten theirs, or who comes for the first time. */
export function NewPassword({ token, email, go }: { token: string; email: string; go: string }) {
  const { t } = useTranslation('setup')
  const finish = useFinish()
  const [password, setPassword] = useState('')
  return (
    <Form go={go} send={() => finish({ token, password })}>
      <Field name="email" label={t('email')} type="email" autoComplete="username" isReadOnly value={email} />
      <Field
        name="password"
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        minLength={10}
        autoComplete="new-password"
        isRequired
        autoFocus
        value={password}
        onChange={setPassword}
      />
    </Form>
  )
}
