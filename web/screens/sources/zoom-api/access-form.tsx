import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../parts/field.tsx'
import { Form } from '../../../parts/form.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { type Source, sourcesQuery } from '../queries.ts'
import style from '../sources.module.css'

/** What the page of the app shows. It is tried at once, and kept only where it works. */
export function AccessForm({ id, api }: Pick<Source, 'id' | 'api'>) {
  const { t } = useTranslation('sources')
  const calls = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [account, setAccount] = useState(api?.account ?? '')
  const [client, setClient] = useState(api?.client ?? '')
  const [secret, setSecret] = useState('')
  const [hosts, setHosts] = useState(api?.hosts.join(', ') ?? '')

  async function connect() {
    const json = { account, client, secret, hosts: hosts.split(/[\s,;]+/).filter(Boolean) }
    await calls.sourceApi.api.$put({ param: { id }, json })
    setSecret('')
    await queries.invalidateQueries({ queryKey: sourcesQuery(calls, slug).queryKey })
  }

  const plain = { autoComplete: 'off', isRequired: true }
  return (
    <div className={style.form}>
      <Form go={t('api.go')} send={connect}>
        <Field {...plain} name="account" label={t('api.account')} value={account} onChange={setAccount} />
        <Field {...plain} name="client" label={t('api.client')} value={client} onChange={setClient} />
        <Field {...plain} name="secret" label={t('api.secret')} type="password" value={secret} onChange={setSecret} />
        <Field
          name="hosts"
          label={t('api.hosts')}
          hint={t('api.hostsHint')}
          autoComplete="off"
          value={hosts}
          onChange={setHosts}
        />
      </Form>
    </div>
  )
}
