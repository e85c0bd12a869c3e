import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCounted } from '../../counted.ts'
import { Button, buttonLink } from '../../parts/button.tsx'
import { Pill } from '../../parts/pill.tsx'
import { Words } from '../../parts/words.tsx'
import { useMay } from '../../rights.ts'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import { useApi } from '../../workspace-api.ts'
import { Doubts } from './doubts.tsx'
import { Ladder } from './ladder.tsx'
import type { ShownSheet } from './queries.ts'
import style from './standing.module.css'

/** Whether the sheet is final, why, and what makes it so; the figures; and the sheet as a file and on paper. */
export function Standing({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const { webinar, headline } = sheet
  const api = useApi()
  const mayExport = useMay('export')
  return (
    <section className={style.standing} aria-label={t('title')}>
      <div className={style.state}>
        <State sheet={sheet} />
        <div className={style.take}>
          {mayExport && (
            <a className={buttonLink()} href={api.address(`webinars/${webinar.id}/reconciliation.csv`)} download>
              {t('csv')}
            </a>
          )}
          <Button onPress={() => window.print()}>{t('print')}</Button>
        </div>
      </div>
      <div className={style.figures}>
        <Ladder headline={headline} />
        <Doubts sheet={sheet} />
      </div>
    </section>
  )
}

function State({ sheet }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const { dayAndTime } = useWhen()
  const { state, since, why, completeFrom, nextFetchAt, reports, asOf } = sheet
  const isEarly = why.code === 'early_report' || why.code === 'no_report' || why.code === 'room_missing'
  return (
    <div className={style.words}>
      <p className={style.line}>
        <span className={state === 'final' ? style.final : style.open}>
          <Pill live={state === 'running'}>{t(`state.${state}`)}</Pill>
        </span>
        {since && <span>{t('since', { when: dayAndTime(since) })}</span>}
        <span className={style.asOf}>{t('madeAt', { when: dayAndTime(asOf) })}</span>
      </p>
      <p>
        <Words said={why} />
        {isEarly && completeFrom && <> {t('completeFrom', { when: dayAndTime(completeFrom) })}</>}
        {nextFetchAt && <> {t('nextFetch', { when: dayAndTime(nextFetchAt) })}</>}
      </p>
      <ToDo sheet={sheet} />
      {reports.length > 0 && (
        <ul className={style.reports}>
          {reports.map((report) => (
            <li key={`${report.by}${report.generatedAt}`}>
              <Report report={report} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Report({ report: { by, rows, generatedAt } }: { report: ShownSheet['reports'][number] }) {
  const { t } = useTranslation('reconciliation')
  const { dayAndTime } = useWhen()
  const counted = useCounted()
  const parts = [
    t(by === 'api' ? 'report.api' : 'report.file'),
    t('report.made', { when: dayAndTime(generatedAt) }),
    t('report.rows', counted(rows)),
  ]
  return parts.join(' · ')
}

const leadsTo = { import: 'import', connect: 'sources', mend: 'sources' } as const

/** What is to be done so that the sheet becomes final. */
function ToDo({ sheet: { toDo } }: { sheet: ShownSheet }) {
  const { t } = useTranslation('reconciliation')
  const slug = useSlug()
  if (toDo.length === 0) return null
  const way = (action: (typeof toDo)[number]['action']): ReactNode =>
    action === 'wait' || action === 'fetch' ? null : (
      <>
        {' '}
        <Link href={`/w/${slug}/${leadsTo[action]}`}>{t(`do.${action}`)}</Link>
      </>
    )
  return (
    <ul className={style.toDo}>
      {toDo.map((each) => (
        <li key={each.action}>
          <Words said={each} />
          {way(each.action)}
        </li>
      ))}
    </ul>
  )
}
