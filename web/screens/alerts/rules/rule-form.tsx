import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { AlertRule } from '../../../../src/domain/alert/rule.ts'
import { alertsKey } from '../../../alerts/queries.ts'
import { Card } from '../../../parts/card.tsx'
import { Field } from '../../../parts/field.tsx'
import { Form } from '../../../parts/form.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import type { Channel } from '../channels/queries.ts'
import { type Draft, draftOf, ruleOf } from './draft.ts'
import { OfWhom } from './of-whom.tsx'
import { OnWhat } from './on-what.tsx'
import { storeRule } from './queries.ts'
import style from './rules.module.css'
import { WhenTold } from './when-told.tsx'
import { WhereTo } from './where-to.tsx'

export interface PartProps {
  draft: Draft
  change: (changed: Partial<Draft>) => void
}

/** A rule as a sentence to fill in: when, of whom, by what, at which times. */
export function RuleForm({ id, rule, channels }: { id: string | null; rule: AlertRule; channels: readonly Channel[] }) {
  const { t } = useTranslation('alerts')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState(() => draftOf(rule))
  const change: PartProps['change'] = (changed) => setDraft((now) => ({ ...now, ...changed }))
  const list = `/w/${slug}/alerts/rules`
  const proposed = t(`on.${draft.on}`)

  async function save() {
    const made = ruleOf({ ...draft, name: draft.name.trim() || proposed })
    await storeRule(api, id, made)
    await queries.invalidateQueries({ queryKey: alertsKey(slug) })
    navigate(list)
  }

  return (
    <Card title={t(id === null ? 'rules.new' : 'rules.changing')} aside={<Link href={list}>{t('rules.back')}</Link>}>
      <div className={style.form}>
        <Form go={t('rules.save')} send={save}>
          <OnWhat draft={draft} change={change} />
          <OfWhom draft={draft} change={change} />
          <WhereTo draft={draft} change={change} channels={channels} />
          <WhenTold draft={draft} change={change} />
          <div className={style.name}>
            <Field
              name="name"
              label={t('form.name')}
              hint={t('form.nameHint', { name: proposed })}
              value={draft.name}
              maxLength={100}
              onChange={(name) => change({ name })}
            />
          </div>
        </Form>
      </div>
    </Card>
  )
}
