import { useTranslation } from 'react-i18next'
import { buttonLink } from '../../../parts/button.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Pill } from '../../../parts/pill.tsx'
import { Scroller } from '../../../parts/scroller.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import type { Version } from '../answers.ts'
import { Changes } from '../changes.tsx'
import { useDiff } from '../use-diff.ts'
import { Building } from './building.tsx'
import { GoBack } from './go-back.tsx'
import style from './versions.module.css'

/** One version: who published and signed it, and what it changed. */
export function VersionCard(props: {
  version: Version
  before: number | null
  next: number
  isOpen: boolean
  toggle: () => void
}) {
  const { t } = useTranslation('formula')
  const { version, before, next, isOpen, toggle } = props
  return (
    <li className={style.version}>
      <div className={style.head}>
        <h2>{t('versions.name', { version: version.version })}</h2>
        <Pill>{t(`versions.state.${version.state}`)}</Pill>
        {version.rollbackOf !== null && <Pill>{t('versions.rollbackOf', { version: version.rollbackOf })}</Pill>}
        <Ways version={version} next={next} />
      </div>
      <About version={version} />
      {version.note && (
        <blockquote>
          <bdi>{version.note}</bdi>
        </blockquote>
      )}
      {version.state === 'building' && <Building />}
      {before === null ? (
        <p className={style.mute}>{t('versions.first')}</p>
      ) : (
        <div>
          <button type="button" className={style.open} aria-expanded={isOpen} onClick={toggle}>
            {t('versions.changes', { version: before })}
          </button>
          {isOpen && <What from={before} to={version.version} />}
        </div>
      )}
    </li>
  )
}

function About({ version: { publishedAt, publishedBy, signed } }: { version: Version }) {
  const { t } = useTranslation('formula')
  const when = useWhen()
  const { marketing, sales } = signed
  return (
    <p className={style.mute}>
      {t('versions.published', { when: when.dayAndTime(publishedAt) })}
      {publishedBy && (
        <>
          {' '}
          {t('versions.by')} <bdi>{publishedBy}</bdi>
        </>
      )}
      {' · '}
      {marketing && sales ? (
        <>
          {t('versions.signedBy')} <bdi>{marketing.by}</bdi> ({t('sign.side.marketing')}) {t('versions.and')}{' '}
          <bdi>{sales.by}</bdi> ({t('sign.side.sales')})
        </>
      ) : (
        t('versions.unsigned')
      )}
    </p>
  )
}

function What({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation('formula')
  const { data, error, refetch } = useDiff(from, to)
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  return (
    <div className={style.opened}>
      <Changes changes={data.changes} />
      {data.text && (
        <details className={style.text}>
          <summary>{t('versions.text')}</summary>
          <Scroller className={style.shown} name={t('versions.text')}>
            <pre dir="ltr">{data.text}</pre>
          </Scroller>
        </details>
      )}
    </div>
  )
}

function Ways({ version, next }: { version: Version; next: number }) {
  const { t } = useTranslation('formula')
  const api = useApi()
  return (
    <div className={style.ways}>
      <a className={buttonLink()} href={api.address(`model/versions/${version.version}/file`)} download>
        {t('versions.download')}
      </a>
      {version.state === 'past' && <GoBack version={version.version} next={next} />}
    </div>
  )
}
