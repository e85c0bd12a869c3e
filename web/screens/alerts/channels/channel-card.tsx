import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../../../counted.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Confirm } from '../../../parts/confirm.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useApi } from '../../../workspace-api.ts'
import style from './channels.module.css'
import { Edit } from './edit.tsx'
import { Log } from './log.tsx'
import type { Channel } from './queries.ts'
import { Secret } from './secret.tsx'
import { Standing } from './standing.tsx'
import { Test } from './test.tsx'
import { useAct } from './use-act.ts'

/** One channel: how it stands, a test, what went out by it, and the ways to change it. */
export function ChannelCard({ channel, children }: { channel: Channel; children: ReactNode }) {
  const { t } = useTranslation('channels')
  const api = useApi()
  const counted = useCounted()
  const { act, error, isBusy } = useAct()
  const [secret, setSecret] = useState<string | null>(null)
  const { kind, name, address, state, rules, waiting } = channel
  const param = { id: channel.id }
  const turn = (on: boolean) => act(() => api.channels[':id'].$patch({ param, json: { on } }))
  const renew = () =>
    act(async () => setSecret((await (await api.channels[':id'].secret.$post({ param })).json()).secret))
  return (
    <Card
      title={<bdi>{name}</bdi>}
      aside={
        <span className={style.state} data-state={state}>
          {t(`state.${state}`)}
        </span>
      }
    >
      <div className={style.body}>
        <p className={style.facts}>
          <span>{t(`kind.${kind}`)}</span>
          <bdi>{address}</bdi>
          <span>{t('rules', counted(rules))}</span>
          {waiting > 0 && <span>{t('waiting', counted(waiting))}</span>}
        </p>
        <Standing channel={channel} />
        {children}
        {secret && <Secret secret={secret} />}
        <div className={style.ways}>
          <Test id={channel.id} />
          <Button isDisabled={isBusy} onPress={() => turn(state === 'off')}>
            {t(state === 'off' ? 'switchOn' : 'switchOff')}
          </Button>
          {kind === 'webhook' && (
            <Confirm open={t('renew')} title={t('renewTitle')} go={t('renewIt')} stay={t('keepIt')} onGo={renew}>
              <p>{t('renewMeans')}</p>
            </Confirm>
          )}
          <Confirm
            open={t('delete')}
            title={t('deleteTitle')}
            go={t('deleteIt')}
            stay={t('keepIt')}
            onGo={() => act(() => api.channels[':id'].$delete({ param }))}
          >
            <p>{t('deleteMeans')}</p>
          </Confirm>
        </div>
        {error !== null && <Trouble error={error} />}
        <Edit channel={channel} />
        <Log channel={channel} />
      </div>
    </Card>
  )
}
