import { useTranslation } from 'react-i18next'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import style from '../sources.module.css'
import { useDelivery } from './queries.ts'

/** What stands in it came from outside: it is shown as text, and as nothing else. */
export function DeliveryBody({ id }: { id: string }) {
  const { t } = useTranslation('sources')
  const { data, error } = useDelivery(id)
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={style.code} tabIndex={0} aria-label={t('quarantine.body')}>
        <pre dir="ltr">{data.body}</pre>
      </section>
      {data.isCut && <p className={style.note}>{t('quarantine.cut')}</p>}
    </>
  )
}
