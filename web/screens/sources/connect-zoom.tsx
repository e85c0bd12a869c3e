import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { errorAt, Form } from '../../parts/form.tsx'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { sourcesQuery } from './queries.ts'
import style from './sources.module.css'

const steps = ['app', 'secret', 'subscription', 'events'] as const

/** Step by step from Zoom's app to an address that Zoom validates. */
export function ConnectZoom({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('sources')
  return (
    <Card title={t('zoom.title')}>
      {isFirst ? <p>{t('zoom.why')}</p> : <p>{t('zoom.another')}</p>}
      <ol className={style.steps}>
        {steps.map((step) => (
          <li key={step}>
            <p>{t(`zoom.steps.${step}`)}</p>
            {step === 'secret' && <NewSource />}
          </li>
        ))}
      </ol>
      <p className={style.note}>{t('zoom.note')}</p>
    </Card>
  )
}

function NewSource() {
  const { t } = useTranslation('sources')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [secret, setSecret] = useState('')

  async function add() {
    await api.sources.$post({ json: { platform: 'zoom', secret: secret.trim() } })
    setSecret('')
    await queries.invalidateQueries({ queryKey: sourcesQuery(api, slug).queryKey })
    window.scrollTo({ top: 0 })
  }

  return (
    <Form go={t('zoom.make')} send={add}>
      {(refusal) => (
        <Field
          label={t('secret')}
          type="password"
          autoComplete="off"
          isRequired
          value={secret}
          onChange={setSecret}
          error={errorAt(refusal, 'secret')}
        />
      )}
    </Form>
  )
}
