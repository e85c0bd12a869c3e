import { useTranslation } from 'react-i18next'
import { Loading } from '../../../parts/loading.tsx'
import { Scroller } from '../../../parts/scroller.tsx'
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
      <Scroller className={style.code} name={t('quarantine.body')}>
        <pre dir="ltr">{data.body}</pre>
      </Scroller>
      {data.isCut && <p className={style.note}>{t('quarantine.cut')}</p>}
    </>
  )
}
