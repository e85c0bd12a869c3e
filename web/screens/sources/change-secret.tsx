import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/field.tsx'
import { errorAt, Form } from '../../parts/form.tsx'
import { useApi } from '../../workspace-api.ts'
import style from './sources.module.css'

/** Another secret token; the one before stays valid, so nothing is lost while the platform changes over. */
export function ChangeSecret({ id }: { id: string }) {
  const { t } = useTranslation('sources')
  const api = useApi()
  const [secret, setSecret] = useState('')
  const [changed, setChanged] = useState(false)

  async function change() {
    await api.sources[':id'].secret.$put({ param: { id }, json: { secret: secret.trim() } })
    setSecret('')
    setChanged(true)
  }

  return (
    <details className={style.change}>
      <summary>{t('changeSecret')}</summary>
      <Form go={t('save')} send={change}>
        {(refusal) => (
          <Field
            label={t('secret')}
            hint={t('changeHint')}
            type="password"
            autoComplete="off"
            isRequired
            value={secret}
            onChange={setSecret}
            error={errorAt(refusal, 'secret')}
          />
        )}
      </Form>
      {changed && <p role="status">{t('changed')}</p>}
    </details>
  )
}
