import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RankingRow } from '../../../../src/http/workspace/ranking.ts'
import { useFormat } from '../../../format.ts'
import { Topics } from '../../../parts/marked.tsx'
import type { Bars } from '../../../parts/part-colours.ts'
import { PointsBar } from '../../../parts/points-bar.tsx'
import { Amount, Grade, Score } from '../../../parts/ripeness.tsx'
import { isUnplaced, Strip } from '../../../parts/strip.tsx'
import { roles } from './grid-roles.ts'
import style from './row.module.css'
import { toThisMoment } from './to-this-moment.ts'

export interface RowProps {
  index: number
  /** Undefined while it is on its way. */
  row: RankingRow | undefined
  /** Where it stands in the list, in px. */
  start: number
  seconds: number
  now: number | null
  bars: Bars
  isActive: boolean
  isOpen: boolean
  hasRisen: boolean
}

/** One person of a ranking. */
export const Row = memo(function Row(props: RowProps) {
  const { index, row, start, seconds, now, bars, isActive, isOpen, hasRisen } = props
  return (
    <div
      {...roles.row(index + 2)}
      {...{ 'aria-selected': isOpen, 'aria-busy': row === undefined }}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      className={style.row}
      data-risen={hasRisen || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {row ? <Cells row={row} seconds={seconds} now={now} bars={bars} /> : <Coming />}
    </div>
  )
})

function Cells({ row, seconds, now, bars }: Pick<RowProps, 'seconds' | 'now' | 'bars'> & { row: RankingRow }) {
  const { t } = useTranslation(['webinar', 'common'])
  const format = useFormat()
  const { person, marks, parts, attendance, buying } = row
  return (
    <>
      <div {...roles.cell} className={style.rank}>
        {format.count(row.rank)}
      </div>
      <div {...roles.name} className={style.who}>
        <b>
          <bdi>{person.name ?? person.email ?? t('common:nobodyKnown')}</bdi>
          <Beyond stage={row.stage} />
          {buying.length > 0 && (
            <span className={style.buying}>
              <Topics topics={buying} most={1} />
            </span>
          )}
        </b>
        <About person={person} />
      </div>
      <div {...roles.cell} className={style.presence}>
        <Strip
          presence={toThisMoment(row.presence, attendance.inRoom ? now : null)}
          marks={marks}
          isUnplaced={isUnplaced(row)}
          seconds={seconds}
          now={now}
        />
      </div>
      <div {...roles.cell} className={style.points}>
        <Amount value={row.webinarPoints} />
        <PointsBar parts={parts} bars={bars} />
      </div>
      <div {...roles.cell} className={style.score}>
        <Score score={row.score} temperature={row.temperature} />
      </div>
      <div {...roles.cell} className={style.fit}>
        <Grade grade={row.grade} />
      </div>
    </>
  )
}

/** Title and company, as far as they are known; where neither is, the address beneath the name. */
function About({ person: { name, email, jobTitle, company } }: Pick<RankingRow, 'person'>) {
  const known = [jobTitle, company].filter((text) => text !== null)
  const [one, other] = known.length > 0 || name === null ? known : [email]
  return (
    <small>
      <bdi>{one}</bdi>
      {other !== undefined && (
        <>
          <span className={style.between}> · </span>
          <bdi>{other}</bdi>
        </>
      )}
    </small>
  )
}

const told = ['opportunity', 'customer', 'nurture', 'disqualified'] as const

/** What sales and deals say of somebody; the stages before that follow the score, which stands beside. */
function Beyond({ stage }: { stage: string }) {
  const { t } = useTranslation()
  const known = told.find((each) => each === stage)
  return known ? <span className={style.stage}>{t(`stage.${known}`)}</span> : null
}

function Coming() {
  return (
    <div {...roles.cell} className={style.coming}>
      <i />
      <i />
    </div>
  )
}
