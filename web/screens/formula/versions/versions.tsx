import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useRole } from '../../../session.ts'
import type { Version } from '../answers.ts'
import { useVersions } from '../queries.ts'
import { VersionCard } from './version-card.tsx'
import style from './versions.module.css'

/** Everything that was ever in force, the newest first. Which one is open stands in the address. */
export default function Versions() {
  const { t } = useTranslation('formula')
  const role = useRole()
  const { data, error, refetch } = useVersions()
  const [params, setParams] = useSearchParams()
  const open = Number(params.get('open'))
  if (error && !data) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  return (
    <div className={style.screen}>
      <ol className={style.versions} aria-label={t('versions.title')}>
        {data.map((version) => (
          <VersionCard
            key={version.version}
            version={version}
            before={beforeOf(version, data)}
            next={data[0]!.version + 1}
            isOpen={version.version === open}
            toggle={() =>
              setParams(version.version === open ? {} : { open: String(version.version) }, { replace: true })
            }
          />
        ))}
      </ol>
      {role !== 'owner' && data.length > 1 && <p className={style.mute}>{t('versions.ownerOnly')}</p>}
    </div>
  )
}

/** What it was made from, else the one published before it. */
function beforeOf({ version, basedOn }: Version, all: readonly Version[]): number | null {
  const earlier = all.find((each) => each.version < version)?.version ?? null
  return basedOn !== null && basedOn !== version ? basedOn : earlier
}
