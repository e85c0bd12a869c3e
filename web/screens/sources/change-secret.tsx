import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useApi } from '../../workspace-api.ts'
import style from './sources.module.css'

/** Another secret token; the one before stays valid, so nothing is lost while the platform changes over. */
export function ChangeSecret({ id, isNeeded }: { id: string; isNeeded: boolean }) {
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
    <details className={style.change} open={isNeeded || undefined}>
      <summary>{t('changeSecret')}</summary>
      <Form go={t('save')} send={change}>
        <Field
          name="secret"
          label={t('secret')}
          hint={t('changeHint')}
          type="password"
          autoComplete="off"
          isRequired
          value={secret}
          onChange={setSecret}
        />
      </Form>
      {changed && <p role="status">{t('changed')}</p>}
    </details>
  )
}
