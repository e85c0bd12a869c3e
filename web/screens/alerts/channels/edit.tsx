import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { alertsKey } from '../../../alerts/queries.ts'
import { Form } from '../../../parts/form.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import style from './channels.module.css'
import { type ChannelFields, Fields } from './fields.tsx'
import type { Channel } from './queries.ts'

/** Another name, address or language; another address begins anew. */
export function Edit({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={style.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('change')}</summary>
      {isOpen && <Editing channel={channel} />}
    </details>
  )
}

function Editing({ channel: { id, kind, name, language, events } }: { channel: Channel }) {
  const { t } = useTranslation('channels')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [fields, setFields] = useState<ChannelFields>({ name, address: '', language, events })
  const [isSaved, setSaved] = useState(false)

  async function save() {
    const { address, ...others } = fields
    const json = { ...others, name: fields.name.trim(), ...(address.trim() && { address: address.trim() }) }
    await api.channels[':id'].$patch({ param: { id }, json })
    setFields((now) => ({ ...now, address: '' }))
    setSaved(true)
    await queries.invalidateQueries({ queryKey: alertsKey(slug) })
  }

  return (
    <div className={style.new}>
      <Form go={t('saveChanges')} send={save}>
        <Fields
          kind={kind}
          fields={fields}
          change={(changed) => {
            setSaved(false)
            setFields((now) => ({ ...now, ...changed }))
          }}
        />
      </Form>
      <p role="status">{isSaved ? t('saved') : ''}</p>
    </div>
  )
}
