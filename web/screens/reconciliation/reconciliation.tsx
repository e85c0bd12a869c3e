import { useTranslation } from 'react-i18next'
import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { useFormat } from '../../format.ts'
import { Bar } from '../../parts/bar.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { WebinarFrame } from '../webinar/webinar-frame.tsx'
import { Clashes } from './clashes.tsx'
import { ComparedPeople } from './compared-people.tsx'
import { DialIns } from './dial-ins.tsx'
import { type ShownSheet, useSheet } from './queries.ts'
import style from './reconciliation.module.css'
import { Repairs } from './repairs.tsx'
import { Signature } from './signature.tsx'
import { Staff } from './staff.tsx'
import { Standing } from './standing.tsx'
import { Unidentified } from './unidentified.tsx'

/** Who attended by which source, whom nobody knows, whether it is final; and what somebody can mend by hand. */
export default function Reconciliation({ id }: { id: string }) {
  return (
    <WebinarFrame id={id} here="reconciliation">
      {({ webinar }) => <Sheet webinar={webinar} />}
    </WebinarFrame>
  )
}

function Sheet({ webinar: { id, state } }: { webinar: WebinarRow }) {
  const { t } = useTranslation('reconciliation')
  const format = useFormat()
  const { data, error, refetch, progress } = useSheet(id, state === 'live')
  if (!data && error) return <Trouble error={error} retry={refetch} />
  if (!data && progress === null) return <Loading />
  if (!data) return <Bar share={progress} words={t('working', { percent: format.percent(progress!) })} />
  return (
    <div className={style.screen}>
      <Standing sheet={data} />
      {isEmpty(data) ? <Nobody sheet={data} /> : <Parts sheet={data} />}
      <Signature sheet={data} />
    </div>
  )
}

function Parts({ sheet }: { sheet: ShownSheet }) {
  return (
    <div className={style.columns}>
      <div className={style.parts}>
        <Unidentified sheet={sheet} />
        <ComparedPeople sheet={sheet} />
      </div>
      <div className={style.parts}>
        <Repairs sheet={sheet} />
        <Clashes sheet={sheet} />
        <DialIns sheet={sheet} />
        <Staff sheet={sheet} />
      </div>
    </div>
  )
}

function isEmpty({ headline: { attended, unidentified, staff } }: ShownSheet): boolean {
  return attended + unidentified.people + staff === 0
}

function Nobody({ sheet: { state } }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const isOver = state === 'provisional' || state === 'final'
  return (
    <Empty title={t('none.title')}>
      <p>{t(isOver ? 'none.nothing' : 'none.toCome')}</p>
    </Empty>
  )
}
