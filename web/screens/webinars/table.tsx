import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useKindName } from '../../parts/kind-name.ts'
import { Pill } from '../../parts/pill.tsx'
import { useSlug } from '../../session.ts'
import type { Group } from './groups.ts'
import style from './table.module.css'
import { useTold } from './told.ts'

const columns = ['topic', 'kind', 'date', 'length', 'registrants', 'attendees', 'mqls', 'sqls'] as const
const numbers: readonly string[] = ['registrants', 'attendees', 'mqls', 'sqls']
const means = { mqls: 'mqlsMean', sqls: 'sqlsMean' } as const

/** Webinars as a table, one part for each place in time. */
export function Table({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation('webinars')
  return (
    <table className={style.table}>
      <caption className="unseen">{t('title')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={numbers.includes(column) ? style.number : undefined}
              title={column in means ? t(means[column as 'mqls']) : undefined}
            >
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ state, webinars }) => (
        <tbody key={state}>
          <tr className={style.group}>
            <th colSpan={columns.length} scope="rowgroup">
              {state === 'live' ? <Pill live>{t('group.live')}</Pill> : t(`group.${state}`)}
            </th>
          </tr>
          {webinars.map((webinar) => (
            <Row key={webinar.id} webinar={webinar} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Row({ webinar }: { webinar: WebinarRow }) {
  const slug = useSlug()
  const nameOf = useKindName()
  const told = useTold()(webinar)
  const isLive = webinar.state === 'live'
  return (
    <tr className={isLive ? `${style.row} ${style.live}` : style.row}>
      <th scope="row" className={style.topic}>
        <Link href={`/w/${slug}/webinars/${webinar.id}`}>
          <bdi>{told.topic}</bdi>
        </Link>
        {webinar.partner && (
          <small>
            <bdi>{webinar.partner.name}</bdi>
          </small>
        )}
      </th>
      <td>{nameOf(webinar.kind)}</td>
      <td className={style.when}>
        {told.when}
        {webinar.state !== 'ended' && <small>{isLive ? told.minute : told.starts}</small>}
      </td>
      <td className={style.when}>{told.length}</td>
      <td className={style.number}>{told.registrants}</td>
      <td className={style.number}>
        {told.attendees} <small>{told.share}</small>
      </td>
      <td className={style.number}>{told.mqls}</td>
      <td className={style.number}>{told.sqls}</td>
    </tr>
  )
}
