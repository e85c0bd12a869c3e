import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useFinish } from './finish.ts'

/** A new password for somebody who has forgotten theirs. */
export function NewPassword({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('setup')
  const finish = useFinish()
  const [password, setPassword] = useState('')
  return (
    <Form go={t('newPassword.go')} send={() => finish({ token, password })}>
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
