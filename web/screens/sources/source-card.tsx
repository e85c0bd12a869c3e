import { useTranslation } from 'react-i18next'
import { Card } from '../../parts/card.tsx'
import { useRole } from '../../session.ts'
import { useWhen } from '../../when.ts'
import { AlarmCard } from './alarm-card.tsx'
import { ChangeSecret } from './change-secret.tsx'
import { HookAddress } from './hook-address.tsx'
import { mayManage, type Source } from './queries.ts'
import { SentFigures } from './sent-figures.tsx'
import style from './sources.module.css'
import { ZoomApi } from './zoom-api/zoom-api.tsx'

const platforms: Record<string, string> = { zoom: 'Zoom' }

/** A source: whether its platform has found the way here, what it sends, and what is fetched from it. */
export function SourceCard({ source, isOnly }: { source: Source; isOnly: boolean }) {
  const { t } = useTranslation('sources')
  const { state, alarm, platform, id } = source
  const name = platforms[platform] ?? platform
  const isGood = state === 'validated' || state === 'delivering'
  return (
    <Card
      title={<bdi>{isOnly ? name : `${name} (${id})`}</bdi>}
      aside={
        <span className={`${style.state} ${isGood ? (alarm ? '' : style.good) : ''}`} role="status">
          {t(`state.${state}`)}
        </span>
      }
    >
      <div className={style.body}>
        {alarm && <AlarmCard alarm={alarm} />}
        {!isGood && !alarm && <p>{t(`next.${state}`)}</p>}
        {state === 'delivering' || source.lastDeliveryAt ? <SentFigures sent={source} what="webhooks" /> : null}
        <Access source={source} isGood={isGood} />
        {platform === 'zoom' && <ZoomApi source={source} />}
      </div>
    </Card>
  )
}

/** Open while something is still to be done with it. */
function Access({ source, isGood }: { source: Source; isGood: boolean }) {
  const { t } = useTranslation('sources')
  const when = useWhen()
  const role = useRole()
  const { state, path, validatedAt, id, alarm } = source
  const parts = (
    <div className={style.body}>
      <HookAddress path={path} isReached={isGood} />
      {!source.lastDeliveryAt && (
        <ol className={style.steps}>
          <li>{t('zoom.steps.subscription')}</li>
          <li>{t('zoom.steps.events')}</li>
        </ol>
      )}
      {validatedAt && (
        <p className={style.note}>
          {t('validated')}: {when.dayAndTime(validatedAt)}
        </p>
      )}
      {mayManage(role) && <ChangeSecret id={id} isNeeded={state === 'wrong_secret' || state === 'no_secret'} />}
    </div>
  )
  if (state !== 'delivering' || alarm) return parts
  return (
    <details className={style.change}>
      <summary>{t('addressAndSecret')}</summary>
      {parts}
    </details>
  )
}
