import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { phone, useMedia, wide } from '../../media.ts'
import { useNow } from '../../ticking.ts'
import { Figures } from './figures.tsx'
import { Funnel } from './funnel.tsx'
import { lengthOf, positionAt } from './position.ts'
import { Ranking } from './ranking/ranking.tsx'
import { AudienceCard, type RoomProps } from './room/audience-card.tsx'
import style from './webinar.module.css'
import { WebinarFrame } from './webinar-frame.tsx'
import { WhyPanel, WhySheet } from './why-panel.tsx'

/** One webinar: its figures, who its hottest people are and why, the room minute by minute, the funnel. */
export default function Webinar({ id }: { id: string }) {
  return (
    <WebinarFrame id={id} here="people">
      {({ webinar, toldAt }) => (
        <>
          <Figures webinar={webinar} />
          <People webinar={webinar} toldAt={toldAt} />
        </>
      )}
    </WebinarFrame>
  )
}

const tickMs = 10_000

function People({ webinar, toldAt }: { webinar: WebinarRow; toldAt: number }) {
  const { id, state } = webinar
  const isWide = useMedia(wide)
  const now = positionAt(webinar, toldAt, useNow(state === 'live' ? tickMs : null))
  const seconds = lengthOf(webinar, now)
  const [open, setOpen] = useOpen(isWide)
  const close = useCallback(() => setOpen(null), [setOpen])
  const ranking = <Ranking key="ranking" {...{ id, seconds, now, open }} onOpen={setOpen} />
  const around = <Around key="around" {...{ id, state, seconds, now }} />
  const opened = open === null ? null : { webinar: id, person: open, close }
  if (!isWide)
    return (
      <>
        {around}
        {ranking}
        {opened && <WhySheet {...opened} />}
      </>
    )
  return (
    <div className={style.columns}>
      {ranking}
      <aside className={style.beside}>
        {opened && <WhyPanel {...opened} />}
        {around}
      </aside>
    </div>
  )
}

/** What stands around the ranking; on a phone it is folded away, so that the people come first. */
function Around(room: RoomProps) {
  const { t } = useTranslation('webinar')
  const isPhone = useMedia(phone)
  const [isUnfolded, setUnfolded] = useState(false)
  const cards = (
    <div className={style.around}>
      {room.state !== 'scheduled' && <AudienceCard {...room} />}
      <Funnel id={room.id} />
    </div>
  )
  if (!isPhone) return cards
  return (
    <details className={style.folded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{t('around')}</summary>
      {isUnfolded && cards}
    </details>
  )
}

/** Whose ledger is open stands in the address; over the ranking, the way back closes it. */
function useOpen(isWide: boolean): [string | null, (person: string | null) => void] {
  const [params, setParams] = useSearchParams()
  const open = params.get('open')
  const setOpen = useCallback(
    (person: string | null) => {
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          if (person === null) next.delete('open')
          else next.set('open', person)
          return next
        },
        { replace: isWide || person === null },
      )
    },
    [setParams, isWide],
  )
  return [open, setOpen]
}
