import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { type LedgerLine, LedgerLines } from '../../parts/ledger.tsx'
import { Amount } from '../../parts/ripeness.tsx'
import { useWhen } from '../../when.ts'
import { apart, type Part } from './apart.ts'
import style from './why.module.css'

/** The lines of a webinar, then those of elsewhere, each under what they come to. */
export function WhyLines({ of, webinar }: { of: PersonAnswer; webinar: string }) {
  const { t } = useTranslation('webinar')
  const when = useWhen()
  const { here, elsewhere } = apart(of.scorecard.ledger, webinar)
  const topics = new Map(of.webinars.map(({ id, topic }) => [id, topic ?? t('untitled')]))
  const note = ({ at, webinarId }: LedgerLine) => (
    <span className={style.note}>
      <span>{when.dayAndTime(at)}</span>
      {webinarId !== null && webinarId !== webinar && (
        <bdi title={topics.get(webinarId)}>{topics.get(webinarId) ?? t('untitled')}</bdi>
      )}
    </span>
  )
  return (
    <>
      <Lines name={t('why.here')} part={here} note={note} />
      {elsewhere.lines.length > 0 && <Lines name={t('why.elsewhere')} part={elsewhere} note={note} />}
    </>
  )
}

function Lines(props: { name: string; part: Part; note: (line: LedgerLine) => ReactNode }) {
  const { name, part, note } = props
  return (
    <>
      <p className={style.part}>
        <strong>
          {name} <Amount value={part.sum} />
        </strong>
      </p>
      <LedgerLines lines={part.lines} note={note} />
    </>
  )
}
