import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useCounted } from '../../../counted.ts'
import { Card } from '../../../parts/card.tsx'
import { Field } from '../../../parts/field.tsx'
import { Form } from '../../../parts/form.tsx'
import { useRole, useSlug } from '../../../session.ts'
import type { Draft, Side } from '../answers.ts'
import { useCall } from '../call.ts'
import { useTests } from '../checks/queries.ts'
import { useFormula } from '../formula-state.ts'
import style from './sign-off.module.css'
import { WithAlerts } from './with-alerts.tsx'

/** Says before both have signed what the server would refuse afterwards. */
function RedTests() {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  const counted = useCounted()
  const { data } = useTests()
  if (!data || data.failed === 0) return null
  return (
    <p className={style.red}>
      {t('sign.red', counted(data.failed))} <Link href={`/w/${slug}/formula`}>{t('preview.toRules')}</Link>
    </p>
  )
}

/** Who has not signed, and for an owner what to do where nobody else is there to sign. */
function Missing({ side }: { side: Side | 'both' }) {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  const isOwner = useRole() === 'owner'
  return (
    <div className={style.mute}>
      <p>{t(`sign.missing.${side}`)}</p>
      {isOwner && (
        <p>
          {t('sign.alone')} <Link href={`/w/${slug}/team`}>{t('sign.toTeam')}</Link>
        </p>
      )}
    </div>
  )
}

/** Once both have signed: what publishing does, why it is done, and the button. */
export function Publish({ draft }: { draft: Draft }) {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  const call = useCall()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const { mayEdit } = useFormula()
  const [note, setNote] = useState(draft.note ?? '')
  const [alerts, setAlerts] = useState(false)
  const { marketing, sales } = draft.signed
  const missing = marketing ? (sales ? null : 'sales') : sales ? 'marketing' : 'both'

  async function publish() {
    await call('POST', 'model/publish', { draft: draft.revision, note: note.trim() || null, alerts })
    navigate(`/w/${slug}/formula/versions`)
    // Every screen of the workspace shows scores.
    await queries.invalidateQueries({ queryKey: [slug] })
  }

  return (
    <Card title={t('sign.publishTitle')}>
      <div className={style.publish}>
        <p>{t('sign.publishMeans')}</p>
        <RedTests />
        {missing ? (
          <Missing side={missing} />
        ) : mayEdit ? (
          <Form go={t('sign.publish')} send={publish}>
            <Field name="note" label={t('sign.note')} value={note} onChange={setNote} />
            <WithAlerts isOn={alerts} onChange={setAlerts} />
          </Form>
        ) : (
          <p className={style.mute}>{t('sign.onlyThey')}</p>
        )}
      </div>
    </Card>
  )
}
