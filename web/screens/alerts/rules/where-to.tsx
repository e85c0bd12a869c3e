import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRefused } from '../../../parts/form.tsx'
import { useSlug } from '../../../session.ts'
import type { Channel } from '../channels/queries.ts'
import { Part } from './part.tsx'
import type { PartProps } from './rule-form.tsx'
import style from './rules.module.css'
import { Tick } from './tick.tsx'

/** By which channels it is told; on the screen in any case. */
export function WhereTo({ draft, change, channels }: PartProps & { channels: readonly Channel[] }) {
  const { t } = useTranslation(['alerts', 'channels'])
  const slug = useSlug()
  const refused = useRefused('channels')
  const turned = (id: string, isOn: boolean) =>
    isOn ? [...draft.channels, id] : draft.channels.filter((each) => each !== id)
  return (
    <Part title={t('form.where')}>
      <p className={style.note}>{t('form.onScreen')}</p>
      {channels.length === 0 && (
        <p>
          {t('rules.noChannel')} <Link href={`/w/${slug}/alerts/channels`}>{t('rules.toChannels')}</Link>
        </p>
      )}
      {channels.map(({ id, name, kind, state }) => (
        <Tick
          key={id}
          name="channels"
          isOn={draft.channels.includes(id)}
          onChange={(isOn) => change({ channels: turned(id, isOn) })}
        >
          <bdi>{name}</bdi> <small>{t(`channels:kind.${kind}`)}</small>
          {state === 'off' && <small className={style.off}>{t('channels:state.off')}</small>}
        </Tick>
      ))}
      {refused && <small role="alert">{refused}</small>}
    </Part>
  )
}
