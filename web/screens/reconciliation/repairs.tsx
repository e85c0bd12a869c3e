import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useRepair } from '../../repair/use-repair.ts'
import { useNameOf } from '../../repair/who.tsx'
import { useMay } from '../../rights.ts'
import { useWhen } from '../../when.ts'
import { ListCard } from './list-card.tsx'
import { More } from './more.tsx'
import { type ShownSheet, usePages } from './queries.ts'
import style from './reconciliation.module.css'

/** What was said by hand of this webinar's people, by whom and when; each can be taken back at any time. */
export function Repairs({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation(['reconciliation', 'repair'])
  const nameOf = useNameOf()
  const { items, total, isFetching, fetchNextPage } = usePages('ties', sheet, sheet.ties)
  const { untie, unmerge } = useRepair()
  const { merges, webinar } = sheet
  const error = untie.error ?? unmerge.error
  const isBusy = untie.isPending || unmerge.isPending
  return (
    <ListCard id="repairs" title={t('repairs.title')} count={total + merges.length} none={t('repairs.none')}>
      {error && <Trouble error={error} />}
      <ul className={style.list}>
        {items.map(({ connections, name, person, by, at }) => (
          <Repair
            key={connections[0]}
            by={by}
            at={at}
            isBusy={isBusy}
            undo={() => untie.mutate({ webinar: webinar.id, connections })}
          >
            {t('repair:tied', {
              name: apart(name ?? t('unidentified.nameless')),
              who: apart(person ? nameOf(person) : ''),
            })}
          </Repair>
        ))}
        {merges.map(({ merge, sides: [one, other], mergedBy, mergedAt }) => (
          <Repair
            key={merge}
            by={mergedBy}
            at={mergedAt}
            isBusy={isBusy}
            undo={() => unmerge.mutate({ id: one.person, merge })}
          >
            {t('repair:merged', { one: apart(one.email ?? nameOf(one)), other: apart(other.email ?? nameOf(other)) })}
          </Repair>
        ))}
      </ul>
      <More left={total - items.length} isBusy={isFetching} show={fetchNextPage} />
    </ListCard>
  )
}

function Repair(props: { by: string | null; at: string; isBusy: boolean; undo: () => void; children: ReactNode }) {
  const { by, at, isBusy, undo, children } = props
  const { t } = useTranslation('repair')
  const { dayAndTime } = useWhen()
  const mayRepair = useMay('write')
  return (
    <li className={style.pair}>
      <span className={style.who}>
        <span>{children}</span>
        <small>{t('by', { who: apart(by ?? t('somebody')), when: dayAndTime(at) })}</small>
      </span>
      {mayRepair && (
        <Button isDisabled={isBusy} onPress={undo}>
          {t('undo')}
        </Button>
      )}
    </li>
  )
}

function apart(text: string): string {
  return `\u2068${text}\u2069`
}
