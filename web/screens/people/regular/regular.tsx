import { useQuery } from '@tanstack/react-query'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button, buttonLink } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Loading } from '../../../parts/loading.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { channelsQuery } from '../../alerts/channels/queries.ts'
import type { Named } from '../named.ts'
import { schedulesQuery } from './queries.ts'
import style from './regular.module.css'
import { Row } from './row.tsx'
import { ScheduleBox } from './schedule-box.tsx'

/**
 * What is sent regularly, and the way to send more. `chosen`: the segment that is shown, '' for none; `isUnsaved`: what is
 * shown is part of all and no segment, so it cannot be sent.
 */
export function Regular(props: { segments: readonly Named[]; chosen: string; isUnsaved: boolean }) {
  const { segments, chosen, isUnsaved } = props
  const { t } = useTranslation('people')
  const api = useApi()
  const slug = useSlug()
  const { data: schedules, error, refetch } = useQuery(schedulesQuery(api, slug))
  const { data: channels } = useQuery(channelsQuery(api, slug))
  const isReady = channels !== undefined && channels.length > 0
  const add = isReady && !isUnsaved && (
    <DialogTrigger>
      <Button>{t('regular.new')}</Button>
      <ScheduleBox segments={segments} chosen={chosen} channels={channels} />
    </DialogTrigger>
  )
  return (
    <Card title={t('regular.title')} aside={add}>
      {isReady && isUnsaved && <p className={style.soft}>{t('regular.unsaved')}</p>}
      {error && !schedules && <Trouble error={error} retry={refetch} />}
      {!schedules && !error && <Loading />}
      {schedules && schedules.length > 0 && (
        <ul className={style.list}>
          {schedules.map((each) => (
            <Row key={each.id} schedule={each} segments={segments} channels={channels ?? []} />
          ))}
        </ul>
      )}
      {schedules?.length === 0 && isReady && (
        <Empty title={t('regular.none')}>
          <p>{t('regular.noneDo')}</p>
        </Empty>
      )}
      {channels?.length === 0 && (
        <Empty title={t('regular.noChannel')}>
          <p>{t('regular.noChannelDo')}</p>
          <p>
            <Link href={`/w/${slug}/alerts/channels`} className={buttonLink()}>
              {t('regular.toChannels')}
            </Link>
          </p>
        </Empty>
      )}
    </Card>
  )
}
