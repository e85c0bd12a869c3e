import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ViewerRow } from '../../../src/http/workspace/replay.ts'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useFormat } from '../../format.ts'
import { Copy } from '../../parts/copy.tsx'
import { Empty } from '../../parts/empty.tsx'
import { useSlug } from '../../session.ts'
import { useLength, useWhen } from '../../when.ts'
import { useApi } from '../../workspace-api.ts'
import { MediaStrip } from './media-strip.tsx'
import style from './people.module.css'
import { viewersQuery } from './queries.ts'
import { Rows } from './rows.tsx'
import { useAmount } from './use-amount.ts'
import { Who } from './who.tsx'

/** Who watched on demand, by links or on the platform itself: which parts, how much, and what they saw in all. */
export function Viewers({ webinar: { id } }: { webinar: WebinarRow }) {
  const { t } = useTranslation('replay')
  const found = useInfiniteQuery(viewersQuery(useApi(), useSlug(), id))
  const rows = found.data?.pages.flatMap(({ items }) => items)
  return (
    <Rows
      found={found}
      rows={rows}
      head={[t('who'), t('watched'), t('seen'), t('link')]}
      caption={t('list.viewers')}
      empty={
        <Empty title={t('viewers.none')}>
          <p>{t('viewers.noneMeans')}</p>
        </Empty>
      }
    >
      {(row) => <Row key={row.person.id} row={row} />}
    </Rows>
  )
}

function Row({ row }: { row: ViewerRow }) {
  const { t } = useTranslation(['replay', 'common'])
  const format = useFormat()
  const when = useWhen()
  const length = useLength()
  const amount = useAmount()
  const { person, seen, liveSeconds, lastAt, byLink, link } = row
  return (
    <tr>
      <Who person={person} mark={null} />
      <td>
        <MediaStrip {...row} />
        <small>
          {amount(row)} · {when.day(lastAt)}
          {!byLink && ` · ${t('viewers.elsewhere')}`}
        </small>
      </td>
      <td className={style.seenInAll}>
        {seen === null ? '' : format.fullPercent(seen)}
        <small>{liveSeconds > 0 ? t('viewers.live', { length: length(liveSeconds) }) : t('viewers.notLive')}</small>
      </td>
      <td>{link && <Copy text={link} words={t('common:copy.link')} of={person.name ?? person.email ?? ''} />}</td>
    </tr>
  )
}
