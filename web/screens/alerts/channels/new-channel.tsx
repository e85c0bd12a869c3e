import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_KINDS, type ChannelKind } from '../../../../src/domain/alert/kind.ts'
import { alertsKey } from '../../../alerts/queries.ts'
import { Chips } from '../../../parts/chips.tsx'
import { Form } from '../../../parts/form.tsx'
import type { Said } from '../../../parts/words.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import style from './channels.module.css'
import { type ChannelFields, Fields } from './fields.tsx'

const steps = {
  slack: ['steps.slack.a', 'steps.slack.b', 'steps.slack.c'],
  teams: ['steps.teams.a', 'steps.teams.b', 'steps.teams.c'],
  mail: ['steps.mail.a', 'steps.mail.b'],
  webhook: ['steps.webhook.a', 'steps.webhook.b', 'steps.webhook.c'],
} as const satisfies Record<ChannelKind, readonly string[]>

/** A channel that was just made, with what is shown this once. */
export interface Made {
  id: string
  secret: string | null
  note: Said | null
}

/** Which kind, where to get its address, and the form. */
export function NewChannel({ onMade }: { onMade: (made: Made) => void }) {
  const { t, i18n } = useTranslation('channels')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [kind, setKind] = useState<ChannelKind>('slack')
  const language = i18n.language === 'he' ? 'he' : 'en'
  const [fields, setFields] = useState<ChannelFields>({ name: '', address: '', language, events: [] })

  async function make() {
    const events = kind === 'webhook' ? fields.events : []
    const name = fields.name.trim()
    const answer = await api.channels.$post({ json: { ...fields, kind, name, address: fields.address.trim(), events } })
    const made = await answer.json()
    await queries.invalidateQueries({ queryKey: alertsKey(slug) })
    onMade(made)
  }

  return (
    <div className={style.new}>
      <Chips
        label={t('kindLabel')}
        value={kind}
        options={CHANNEL_KINDS.map((each) => [each, t(`kind.${each}`)])}
        onChange={setKind}
      />
      <ol className={style.steps}>
        {steps[kind].map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      {kind === 'teams' && <p className={style.note}>{t('retired')}</p>}
      <Form key={kind} go={t('save')} send={make}>
        <Fields kind={kind} fields={fields} isNew change={(changed) => setFields((now) => ({ ...now, ...changed }))} />
      </Form>
    </div>
  )
}
