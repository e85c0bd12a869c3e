import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useRepair } from '../../repair/use-repair.ts'
import { type Person, useNameOf } from '../../repair/who.tsx'
import { useMay } from '../../rights.ts'
import { GuestRow } from './guest-row.tsx'
import { ListCard } from './list-card.tsx'
import { More } from './more.tsx'
import { type ShownSheet, usePages } from './queries.ts'
import style from './reconciliation.module.css'

type Guest = ShownSheet['unidentified']['items'][number]

/** What was said last, to take it back at once. */
interface Said {
  name: string | null
  person: Person
  connections: string[]
}

/** Of whom nobody knows who they are, and who they may be: one press says it, another takes it back. */
export function Unidentified({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation(['reconciliation', 'repair'])
  const { items, total, isFetching, fetchNextPage } = usePages('unidentified', sheet, sheet.unidentified)
  const mayRepair = useMay('write')
  const { tie, untie } = useRepair()
  const [said, setSaid] = useState<Said | null>(null)
  const webinar = sheet.webinar.id
  const say = (guest: Guest, person: Person) => {
    const connections = guest.connections.map(({ connection }) => connection)
    untie.reset()
    tie.mutate(
      { webinar, connections, person: person.id },
      { onSuccess: () => setSaid({ name: guest.name, person, connections }) },
    )
  }
  // Until the sheet is made anew it still has whom somebody has just named.
  const isOpen = ({ connections }: Guest) => untie.isSuccess || !said?.connections.includes(connections[0]!.connection)
  const error = tie.error ?? untie.error
  return (
    <>
      {said && (
        <Done
          said={said}
          isUndone={untie.isSuccess}
          undo={() => untie.mutate({ webinar, connections: said.connections })}
        />
      )}
      {error && <Trouble error={error} />}
      <ListCard id="unidentified" title={t('unidentified.title')} count={total} none={t('unidentified.nobody')}>
        <p className={style.mute}>
          {t('unidentified.why')} {!mayRepair && t('repair:mayNot')}
        </p>
        <ul className={style.guests}>
          {items.filter(isOpen).map((guest) => (
            <GuestRow
              key={guest.connections[0]!.connection}
              guest={guest}
              webinar={webinar}
              isBusy={tie.isPending}
              say={mayRepair ? (person) => say(guest, person) : null}
            />
          ))}
        </ul>
        <More left={total - items.length} isBusy={isFetching} show={fetchNextPage} />
      </ListCard>
    </>
  )
}

/** What was said, with the way back; it takes the focus, for the button that said it is gone. */
function Done({ said, isUndone, undo }: { said: Said; isUndone: boolean; undo: () => void }) {
  const { t } = useTranslation(['reconciliation', 'repair'])
  const nameOf = useNameOf()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => line.current?.focus(), [said, isUndone])
  const name = said.name ?? t('unidentified.nameless')
  return (
    <div ref={line} tabIndex={-1} role="status" className={style.done}>
      <span>
        {isUndone ? t('tied.undone') : t('tied.done', { name: apart(name), who: apart(nameOf(said.person)) })}
      </span>
      {!isUndone && <Button onPress={undo}>{t('repair:undo')}</Button>}
    </div>
  )
}

/** A name within a sentence turns nothing around it. */
function apart(text: string): string {
  return `\u2068${text}\u2069`
}
