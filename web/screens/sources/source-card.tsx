import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { Card } from '../../parts/card.tsx'
import { useWhen } from '../../when.ts'
import { ChangeSecret } from './change-secret.tsx'
import { HookAddress } from './hook-address.tsx'
import type { Source } from './queries.ts'
import style from './sources.module.css'
import { stateOf } from './standing.ts'

const platforms: Record<string, string> = { zoom: 'Zoom' }

/** A source: whether its platform has found the way here, and what it has sent. */
export function SourceCard({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const when = useWhen()
  const state = stateOf(source)
  const isGood = state === 'validated' || state === 'delivering'
  return (
    <Card
      title={<bdi>{platforms[source.platform] ?? source.platform}</bdi>}
      aside={
        <span className={`${style.state} ${isGood ? style.good : ''}`} role="status">
          {t(`state.${state}`)}
        </span>
      }
    >
      <div className={style.body}>
        {!isGood && <p>{t(`next.${state}`)}</p>}
        <HookAddress path={source.path} isReached={isGood} />
        {state !== 'delivering' && (
          <ol className={style.steps}>
            <li>{t('zoom.steps.subscription')}</li>
            <li>{t('zoom.steps.events')}</li>
          </ol>
        )}
        <dl className={style.facts}>
          <Fact name={t('validated')} value={source.validatedAt && when.dayAndTime(source.validatedAt)} />
          <Fact name={t('lastDelivery')} value={source.lastDeliveryAt && when.dayAndTime(source.lastDeliveryAt)} />
          <Fact name={t('deliveries')} value={format.count(source.deliveries)} />
          {source.badSignatures > 0 && <Fact name={t('badSignatures')} value={format.count(source.badSignatures)} />}
        </dl>
        <ChangeSecret id={source.id} isNeeded={state === 'wrong_secret' || state === 'no_secret'} />
      </div>
    </Card>
  )
}

function Fact({ name, value }: { name: string; value: string | null }) {
  const { t } = useTranslation('sources')
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value ?? t('notYet')}</dd>
    </div>
  )
}
