import { useTranslation } from 'react-i18next'
import { Card } from '../../parts/card.tsx'
import { Copy } from '../../parts/copy.tsx'
import { OtherSenders } from './other-senders.tsx'
import type { Other } from './queries.ts'
import style from './sources.module.css'

/** The systems of the company that send activities, and how one more would. */
export function ActivitiesCard({ systems }: { systems: readonly Other[] }) {
  const { t } = useTranslation('sources')
  const nameOf = ({ name, by }: Other) => (by === '' ? t('activities.others') : name || t('activities.unnamed'))
  const whoseOf = ({ by }: Other) => {
    if (!by) return null
    return by === 'session' ? t('activities.session') : t('activities.key', { key: `\u2068${by}\u2069` })
  }
  return (
    <Card title={t('activities.title')}>
      <div className={style.body}>
        <p>{t('activities.why')}</p>
        {systems.length === 0 && <p className={style.note}>{t('activities.none')}</p>}
        <OtherSenders senders={systems} what="activities" nameOf={nameOf} noteOf={whoseOf} />
        <details className={style.change}>
          <summary>{t('activities.example')}</summary>
          <Example />
        </details>
      </div>
    </Card>
  )
}

function Example() {
  const { t } = useTranslation('sources')
  const call = exampleCall(window.location.origin)
  return (
    <div className={style.body}>
      <div className={style.code}>
        <pre dir="ltr">{call}</pre>
      </div>
      <div>
        <Copy text={call} />
      </div>
      <p className={style.note}>
        {t('activities.keyFrom')} <a href="/docs">{t('activities.docs')}</a>
      </p>
    </div>
  )
}

function exampleCall(origin: string): string {
  const event = {
    ...{ specversion: '1.0', id: 'visit-1', source: 'https://shop.example', type: 'page.viewed' },
    time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    data: { person: { email: 'dana@kiwi.example' }, url: 'https://shop.example/pricing', seconds: 40 },
  }
  return [
    `curl ${origin}/api/v1/activities \\`,
    "  -H 'Authorization: Bearer rk_…' \\",
    "  -H 'Content-Type: application/cloudevents+json' \\",
    `  -d '${JSON.stringify(event, null, 2)}'`,
  ].join('\n')
}
