import { useTranslation } from 'react-i18next'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useRole } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { ActivitiesCard } from './activities-card.tsx'
import { ConnectZoom } from './connect-zoom.tsx'
import { FilesCard } from './files-card.tsx'
import { QuarantineCard } from './quarantine/quarantine-card.tsx'
import { type Sources as Listed, mayManage, useSources } from './queries.ts'
import { SourceCard } from './source-card.tsx'
import style from './sources.module.css'

/** Where facts come from: what is connected, what came, what was wrong with it, and how to connect Zoom. */
export default function Sources() {
  const { t } = useTranslation('sources')
  const { data, error, refetch } = useSources()
  useTitle(t('title'))
  return (
    <div className={style.screen}>
      <h1>{t('title')}</h1>
      {error && !data && <Trouble error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data && <All listed={data} />}
    </div>
  )
}

function All({ listed: { items, others } }: { listed: Listed }) {
  const role = useRole()
  const of = (kind: 'activities' | 'files') => others.filter((other) => other.kind === kind)
  return (
    <>
      {items.map((source) => (
        <SourceCard key={source.id} source={source} isOnly={items.length === 1} />
      ))}
      {mayManage(role) && <ConnectZoom isFirst={items.length === 0} />}
      {items.length > 0 && <QuarantineCard />}
      <ActivitiesCard systems={of('activities')} />
      <FilesCard kinds={of('files')} />
    </>
  )
}
