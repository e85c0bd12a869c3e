import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { NoShowRow } from '../../../src/http/workspace/no-shows.ts'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useCounted } from '../../counted.ts'
import { buttonLink } from '../../parts/button.tsx'
import { Copy } from '../../parts/copy.tsx'
import { Empty } from '../../parts/empty.tsx'
import { useMay } from '../../rights.ts'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import { useApi } from '../../workspace-api.ts'
import { CopyAll } from './copy-all.tsx'
import { MediaStrip } from './media-strip.tsx'
import style from './people.module.css'
import { noShowsQuery, recordingQuery } from './queries.ts'
import { Rows } from './rows.tsx'
import { useAmount } from './use-amount.ts'
import { Who } from './who.tsx'

/** Who registered and did not come: what became of their links, and the links to send. */
export function NoShows({ webinar: { id, state } }: { webinar: WebinarRow }) {
  const { t } = useTranslation('replay')
  const counted = useCounted()
  const api = useApi()
  const slug = useSlug()
  const mayExport = useMay('export')
  const [all, setAll] = useAll()
  const found = useInfiniteQuery(noShowsQuery(api, slug, id, all))
  const { data: recording } = useQuery(recordingQuery(api, slug, id))
  const rows = found.data?.pages.flatMap(({ items }) => items)
  const leftOut = found.data?.pages.reduce((sum, page) => sum + page.leftOut, 0) ?? 0
  const files = { ...(all && { includeUnsubscribed: 'true' }) }
  return (
    <>
      <div className={style.tools}>
        <label>
          <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
          {t('noShows.all')}
        </label>
        {recording && rows && rows.length > 0 && <CopyAll id={id} all={all} />}
        {mayExport && (
          <>
            <a className={buttonLink()} href={api.address(`webinars/${id}/no-shows.csv`, files)} download>
              {t('noShows.file')}
            </a>
            <a
              className={buttonLink()}
              href={api.address(`webinars/${id}/no-shows.csv`, { ...files, profile: 'crm' })}
              download
            >
              {t('noShows.fileForCrm')}
            </a>
          </>
        )}
      </div>
      {leftOut > 0 && <p className={style.leftOut}>{t('noShows.leftOut', counted(leftOut))}</p>}
      {rows && rows.length > 0 && recording === null && <p className={style.leftOut}>{t('noShows.noLinks')}</p>}
      <Rows
        found={found}
        rows={rows}
        head={[t('who'), t('watched'), t('link')]}
        caption={t('list.no-shows')}
        empty={
          <Empty title={t(state === 'ended' ? 'noShows.none' : 'noShows.early')}>
            <p>
              {t(leftOut > 0 ? 'noShows.onlyLeftOut' : state === 'ended' ? 'noShows.noneMeans' : 'noShows.earlyMeans')}
            </p>
          </Empty>
        }
      >
        {(row) => <Row key={row.person.id} row={row} />}
      </Rows>
    </>
  )
}

function Row({ row }: { row: NoShowRow }) {
  const { t } = useTranslation(['replay', 'common'])
  const when = useWhen()
  const amount = useAmount()
  const { person, watched, openedAt, link, unsubscribed } = row
  return (
    <tr>
      <Who person={person} mark={unsubscribed ? t('noShows.unsubscribed') : null} />
      <td>
        {watched && <MediaStrip {...watched} />}
        <small>
          {watched && `${amount(watched)} · ${when.day(watched.lastAt)}`}
          {!watched && (openedAt ? t('noShows.opened', { date: when.dayAndTime(openedAt) }) : t('noShows.unopened'))}
        </small>
      </td>
      <td>{link && <Copy text={link} words={t('common:copy.link')} of={person.name ?? person.email ?? ''} />}</td>
    </tr>
  )
}

/** Whether those are shown who want no mail; it stands in the address. */
function useAll(): [boolean, (all: boolean) => void] {
  const [params, setParams] = useSearchParams()
  const setAll = (all: boolean) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (all) next.set('all', 'true')
        else next.delete('all')
        return next
      },
      { replace: true },
    )
  return [params.get('all') === 'true', setAll]
}
