import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { Who } from '../../repair/who.tsx'
import { ListCard } from './list-card.tsx'
import { More } from './more.tsx'
import { type ShownSheet, usePages } from './queries.ts'
import style from './reconciliation.module.css'

/** Names that two or more people of the webinar bear, with what tells them apart. */
export function Clashes({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const counted = useCounted()
  const { items, total, isFetching, fetchNextPage } = usePages('clashes', sheet, sheet.clashes)
  return (
    <ListCard id="clashes" title={t('clashes.title')} count={total} none={t('clashes.none')}>
      <ul className={style.list}>
        {items.map(({ name, count, people }) => (
          <li key={people[0]?.id}>
            <p>
              <b>
                <bdi>{name}</bdi>
              </b>{' '}
              <small>{t('clashes.count', counted(count))}</small>
            </p>
            <ul className={style.inner}>
              {people.map((person) => (
                <li key={person.id}>
                  <Who person={{ ...person, name: null }} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <More left={total - items.length} isBusy={isFetching} show={fetchNextPage} />
    </ListCard>
  )
}
