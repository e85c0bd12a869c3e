import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { AlertRule } from '../../../../src/domain/alert/rule.ts'
import { alertsKey } from '../../../alerts/queries.ts'
import { buttonLink } from '../../../parts/button.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { useChannels } from '../channels/queries.ts'
import { type Rule, storeRule } from './queries.ts'
import { useRuleWords } from './rule-words.ts'
import style from './rules.module.css'

/** One rule: whether it is on, on what, of whom, where to and when; and the ways to change it. */
export function RuleLine({ rule }: { rule: Rule }) {
  const { t } = useTranslation('alerts')
  const api = useApi()
  const slug = useSlug()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const param = { id: rule.id }

  async function act(ask: () => Promise<unknown>) {
    setError(null)
    await ask().catch(setError)
    await queries.invalidateQueries({ queryKey: alertsKey(slug) })
  }
  const turn = (enabled: boolean) => act(() => storeRule(api, rule.id, { ...contentOf(rule), enabled }))

  return (
    <li className={style.rule} data-off={!rule.enabled || undefined}>
      <label className={style.switch}>
        <input
          type="checkbox"
          checked={rule.enabled}
          aria-label={t('rules.on', { name: rule.name })}
          onChange={({ target }) => turn(target.checked)}
        />
      </label>
      <Said rule={rule} />
      <div className={style.ways}>
        <Link href={`/w/${slug}/alerts/rules/${rule.id}`} className={buttonLink()}>
          {t('rules.change')}
        </Link>
        <Confirm
          open={t('rules.delete')}
          title={t('rules.deleteTitle')}
          go={t('rules.deleteIt')}
          stay={t('rules.keep')}
          onGo={() => act(() => api.alertRules[':id'].$delete({ param }))}
        >
          <p>{t('rules.deleteMeans')}</p>
        </Confirm>
      </div>
      {error !== null && <Trouble error={error} />}
    </li>
  )
}

function Said({ rule }: { rule: Rule }) {
  const { t } = useTranslation('alerts')
  const { whom, when } = useRuleWords()(rule)
  const channels = useChannels().data ?? []
  const names = channels.filter(({ id }) => rule.channels.includes(id)).map(({ name }) => name)
  return (
    <div className={style.said}>
      <strong>
        <bdi>{rule.name}</bdi>
      </strong>
      <p>
        {t(`on.${rule.on}`)}
        {whom.length > 0 && ': '}
        {whom.join(' · ')}
      </p>
      <p className={style.note}>
        {names.length > 0 ? (
          <span>
            {t('rules.to')}{' '}
            {names.map((name, index) => (
              <bdi key={name}>{index > 0 ? `, ${name}` : name}</bdi>
            ))}
          </span>
        ) : (
          <span>{t('rules.toScreen')}</span>
        )}
        {when.map((words) => (
          <span key={words}>{words}</span>
        ))}
        {!rule.enabled && <span>{t('rules.isOff')}</span>}
      </p>
    </div>
  )
}

/** A rule without what the server adds to it. */
export function contentOf({ id: _, since: __, changedAt: ___, ...rule }: Rule): AlertRule {
  return rule
}
