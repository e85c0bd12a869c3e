import { useTranslation } from 'react-i18next'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { ConnectZoom } from './connect-zoom.tsx'
import { useSources } from './queries.ts'
import { SourceCard } from './source-card.tsx'
import style from './sources.module.css'

/** Where facts come from: what is connected, and how to connect Zoom. */
export default function Sources() {
  const { t } = useTranslation('sources')
  const { data, error, refetch } = useSources()
  return (
    <div className={style.screen}>
      <h1>{t('title')}</h1>
      {error && <Trouble error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data?.map((source) => (
        <SourceCard key={source.id} source={source} />
      ))}
      {data && <ConnectZoom isFirst={data.length === 0} />}
    </div>
  )
}
