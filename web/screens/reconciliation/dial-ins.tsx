import { useTranslation } from 'react-i18next'
import { Who } from '../../repair/who.tsx'
import { ListCard } from './list-card.tsx'
import { More } from './more.tsx'
import { type ShownSheet, usePages } from './queries.ts'
import style from './reconciliation.module.css'

/** Who came by telephone: bound to somebody by the platform, or of nobody known. */
export function DialIns({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const { items, total, isFetching, fetchNextPage } = usePages('dial-ins', sheet, sheet.dialIns)
  return (
    <ListCard id="dial-ins" title={t('dialIns.title')} count={total} none={t('dialIns.none')}>
      <ul className={style.list}>
        {items.map(({ connection, name, person }) => (
          <li key={connection} className={style.pair}>
            <bdi dir="ltr">{name}</bdi>
            {person ? (
              <span className={style.who}>
                <Who person={person} />
              </span>
            ) : (
              <span className={style.mute}>{t('dialIns.unknown')}</span>
            )}
          </li>
        ))}
      </ul>
      <More left={total - items.length} isBusy={isFetching} show={fetchNextPage} />
    </ListCard>
  )
}
