import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Words } from '../../../parts/words.tsx'
import { ChannelCard } from './channel-card.tsx'
import style from './channels.module.css'
import { type Made, NewChannel } from './new-channel.tsx'
import { useChannels } from './queries.ts'
import { Secret } from './secret.tsx'

/** Where alerts go: whether it works, and how to make another. */
export function Channels() {
  const { t } = useTranslation('channels')
  const { data, error, refetch } = useChannels()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  if (!data) return error ? <Trouble error={error} retry={refetch} /> : <Loading />
  return (
    <div className={style.channels}>
      {data.map((channel) => (
        <ChannelCard key={channel.id} channel={channel}>
          {made?.id === channel.id && made.secret && <Secret secret={made.secret} />}
          {made?.id === channel.id && made.note && (
            <p className={style.note}>
              <Words said={made.note} />
            </p>
          )}
          {made?.id === channel.id && <p>{t('made')}</p>}
        </ChannelCard>
      ))}
      {isMaking || data.length === 0 ? (
        <Card
          title={t('new')}
          aside={data.length > 0 && <Button onPress={() => setMaking(false)}>{t('leave')}</Button>}
        >
          {data.length === 0 && <p>{t('why')}</p>}
          <NewChannel
            onMade={(channel) => {
              setMade(channel)
              setMaking(false)
            }}
          />
        </Card>
      ) : (
        <p>
          <Button go onPress={() => setMaking(true)}>
            {t('make')}
          </Button>
        </p>
      )}
    </div>
  )
}
