import { useTranslation } from 'react-i18next'
import { Redirect } from 'wouter'
import { Tabs } from '../../parts/tabs.tsx'
import { useRole, useSlug } from '../../session.ts'
import { useTitle } from '../../title.ts'
import Missing from '../missing/missing.tsx'
import style from './alerts.module.css'
import { Channels } from './channels/channels.tsx'
import { Owners } from './owners/owners.tsx'
import { mayManage } from './rights.ts'
import { Rule } from './rules/rule.tsx'
import { Rules } from './rules/rules.tsx'
import { Stream } from './stream/stream.tsx'

const views = ['stream', 'rules', 'owners', 'channels'] as const

/** What the rules told of, and for those who manage it: the rules, who looks after whom, and where alerts go. */
export default function Alerts({ view, id }: { view: string; id: string | null }) {
  const { t } = useTranslation('alerts')
  const slug = useSlug()
  const manages = mayManage(useRole())
  const here = views.find((each) => each === view)
  useTitle(t('title'))
  if (!here) return <Missing />
  if (here !== 'stream' && !manages) return <Redirect to={`/w/${slug}/alerts`} replace />
  const tabs = views.map((each) => ({
    href: `/w/${slug}/alerts${each === 'stream' ? '' : `/${each}`}`,
    name: t(`view.${each}`),
    isHere: each === here,
  }))
  return (
    <div className={style.screen}>
      <header className={style.head}>
        <h1>{t('title')}</h1>
        {manages && <Tabs label={t('views')} tabs={tabs} />}
      </header>
      {here === 'stream' && <Stream />}
      {here === 'rules' && (id ? <Rule key={id} id={id} /> : <Rules />)}
      {here === 'owners' && <Owners />}
      {here === 'channels' && <Channels />}
    </div>
  )
}
