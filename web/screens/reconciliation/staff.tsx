import { useTranslation } from 'react-i18next'
import { Pill } from '../../parts/pill.tsx'
import { Who } from '../../repair/who.tsx'
import { ListCard } from './list-card.tsx'
import { More } from './more.tsx'
import { type ShownSheet, usePages } from './queries.ts'
import style from './reconciliation.module.css'

/** Who is in no ranking because they run the webinar, or are of the company or its partner. */
export function Staff({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const { items, total, isFetching, fetchNextPage } = usePages('staff', sheet, sheet.staff)
  return (
    <ListCard id="staff" title={t('staff.title')} count={total} none={t('staff.none')}>
      <ul className={style.list}>
        {items.map(({ person, name, why, attended }, index) => (
          <li key={person?.id ?? index} className={style.pair}>
            <span className={style.who}>{person ? <Who person={person} /> : <bdi>{name}</bdi>}</span>
            <span className={style.why}>
              <Pill>{t(`staff.why.${why}`)}</Pill>
              {!attended && <small>{t('staff.absent')}</small>}
            </span>
          </li>
        ))}
      </ul>
      <More left={total - items.length} isBusy={isFetching} show={fetchNextPage} />
    </ListCard>
  )
}
