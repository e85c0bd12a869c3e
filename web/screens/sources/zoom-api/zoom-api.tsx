import { useTranslation } from 'react-i18next'
import { useRole } from '../../../session.ts'
import { mayManage, type Source } from '../queries.ts'
import { SentFigures } from '../sent-figures.tsx'
import style from '../sources.module.css'
import { Access } from './access.tsx'
import { AccessForm } from './access-form.tsx'
import { Backfill } from './backfill.tsx'
import { Disconnect } from './disconnect.tsx'
import { Fetched } from './fetched.tsx'
import { Guide } from './guide.tsx'

/** What is fetched from Zoom because its webhooks do not carry it, or lost it; and how that is set up. */
export function ZoomApi({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const role = useRole()
  const { api, fetched, id } = source
  return (
    <section className={style.part} aria-label={t('api.title')}>
      <div className={style.partHead}>
        <h3>{t('api.title')}</h3>
        {api && (
          <span className={`${style.state} ${api.problem ? '' : style.good}`}>
            {t(api.problem ? 'api.problem' : api.pausedUntil ? 'api.paused' : 'api.working')}
          </span>
        )}
      </div>
      <p className={style.note}>{t('api.why')}</p>
      {api && <Access id={id} api={api} />}
      {api && <Fetched id={id} />}
      {api && <Backfill id={id} api={api} />}
      {fetched && <SentFigures sent={fetched} what="api" />}
      {mayManage(role) && (
        <details className={style.change}>
          <summary>{t(api ? 'api.change' : 'api.connect')}</summary>
          <Guide />
          <AccessForm id={id} api={api} />
          {api && <Disconnect id={id} />}
        </details>
      )}
    </section>
  )
}
