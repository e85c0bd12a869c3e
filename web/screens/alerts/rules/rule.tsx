import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Empty } from '../../../parts/empty.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useChannels } from '../channels/queries.ts'
import { useRules } from './queries.ts'
import { RuleForm } from './rule-form.tsx'
import { contentOf } from './rule-line.tsx'
import { freshRule, suggestions } from './suggestions.ts'

/** One rule to change, or a new one. */
export function Rule({ id }: { id: string }) {
  const { t } = useTranslation('alerts')
  const slug = useSlug()
  const { data, error, refetch } = useRules()
  const channels = useChannels().data
  if (!data || !channels) return error ? <Trouble error={error} retry={refetch} /> : <Loading />
  const all = channels.map((channel) => channel.id)
  if (id === 'new') return <RuleForm id={null} rule={freshRule(suggestions.demo, '', all)} channels={channels} />
  const rule = data.find((each) => each.id === id)
  if (!rule)
    return (
      <Empty title={t('rules.missing')}>
        <Link href={`/w/${slug}/alerts/rules`}>{t('rules.back')}</Link>
      </Empty>
    )
  return <RuleForm id={id} rule={contentOf(rule)} channels={channels} />
}
