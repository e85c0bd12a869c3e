import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { useFormat } from '../../../format.ts'
import { Button, buttonLink } from '../../../parts/button.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { Words } from '../../../parts/words.tsx'
import { useRole } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import { useApi } from '../../../workspace-api.ts'
import { mayLookInto, mayManage } from '../queries.ts'
import style from '../sources.module.css'
import { DeliveryBody } from './delivery-body.tsx'
import type { Quarantined } from './queries.ts'
import type { Replay } from './use-replay.ts'

/** One of them. Which one is open stands in the address, so that a link shows the same. */
export function QuarantinedRow({ delivery, replay }: { delivery: Quarantined; replay: Replay }) {
  const { t } = useTranslation('sources')
  const when = useWhen()
  const bytes = useBytes()
  const [params, setParams] = useSearchParams()
  const { id, source, receivedAt, reason, event } = delivery
  const isOpen = params.get('delivery') === id
  const outcome = replay.outcomes.get(id)
  return (
    <li>
      <button
        type="button"
        className={style.delivery}
        aria-expanded={isOpen}
        onClick={() => setParams(isOpen ? {} : { delivery: id }, { replace: true })}
      >
        <span>
          <Words said={{ text: reason, key: delivery.key, params: delivery.params }} />
        </span>
        <span className={style.note}>
          {event && <bdi>{event}</bdi>}
          <bdi>{source}</bdi>
          <span>{bytes(delivery.bytes)}</span>
          <span>{when.dayAndTime(receivedAt)}</span>
        </span>
      </button>
      <p role="status" className={style.outcome}>
        {outcome ? t(`quarantine.outcome.${outcome}`) : ''}
      </p>
      {isOpen && <Opened id={id} replay={replay} />}
    </li>
  )
}

function Opened({ id, replay }: { id: string; replay: Replay }) {
  const { t } = useTranslation('sources')
  const api = useApi()
  const role = useRole()
  return (
    <div className={style.opened}>
      {mayLookInto(role) && <DeliveryBody id={id} />}
      <div className={style.ways}>
        {mayManage(role) && <Button onPress={() => replay.one(id)}>{t('quarantine.replay')}</Button>}
        {mayLookInto(role) && (
          <a className={buttonLink()} href={api.address(`quarantine/${id}/body`)} download>
            {t('quarantine.download')}
          </a>
        )}
        {mayManage(role) && (
          <Confirm
            open={t('quarantine.discard')}
            title={t('quarantine.discardTitle')}
            go={t('quarantine.discardSure')}
            stay={t('quarantine.keep')}
            onGo={() => replay.discard(id)}
          >
            <p>{t('quarantine.discardMeans')}</p>
          </Confirm>
        )}
      </div>
    </div>
  )
}

function useBytes(): (bytes: number) => string {
  const { i18n } = useTranslation()
  const format = useFormat()
  return (bytes) => {
    if (bytes >= 1024) return `${format.number(Math.round(bytes / 102.4) / 10)} kB`
    return new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes)
  }
}
