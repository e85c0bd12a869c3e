import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import { sourcesQuery } from './queries.ts'
import style from './sources.module.css'

/** Step by step from Zoom's app to an address. Later ones fold away behind the source that is there. */
export function ConnectZoom({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('sources')
  if (isFirst)
    return (
      <Card title={t('zoom.title')}>
        <p>{t('zoom.why')}</p>
        <Steps />
      </Card>
    )
  return (
    <details className={style.change}>
      <summary>{t('zoom.another')}</summary>
      <Steps />
    </details>
  )
}

function Steps() {
  const { t } = useTranslation('sources')
  return (
    <>
      <ol className={style.steps}>
        <li>{t('zoom.steps.app')}</li>
        <li>
          {t('zoom.steps.secret')}
          <NewSource />
        </li>
        <li>{t('zoom.steps.address')}</li>
      </ol>
      <p className={style.note}>{t('zoom.note')}</p>
    </>
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
      <Field
        name="secret"
        label={t('secret')}
        type="password"
        autoComplete="off"
        isRequired
        value={secret}
        onChange={setSecret}
      />
    </Form>
  )
}
