import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../../src/http/workspace/people.ts'
import { useFactsBehind } from '../../facts/facts-behind.tsx'
import { type LedgerLine, LedgerLines } from '../../parts/ledger.tsx'
import { Amount } from '../../parts/ripeness.tsx'
import { useWhen } from '../../when.ts'
import { apart, type Part } from './apart.ts'
import style from './why.module.css'

/** The lines of a webinar, then those of elsewhere, each under what they come to and opening to its facts. */
export function WhyLines({ of, webinar }: { of: PersonAnswer; webinar: string }) {
  const { t } = useTranslation('webinar')
  const when = useWhen()
  const { here, elsewhere } = apart(of.scorecard.ledger, webinar)
  const { about, behind } = useFactsBehind(of)
  const note = ({ at, webinarId }: LedgerLine) => (
    <span className={style.note}>
      <span>{when.dayAndTime(at)}</span>
      {webinarId !== null && webinarId !== webinar && (
        <bdi title={about.topics.get(webinarId)}>{about.topics.get(webinarId) ?? t('untitled')}</bdi>
      )}
    </span>
  )
  return (
    <>
      <Lines name={t('why.here')} part={here} note={note} facts={behind} />
      {elsewhere.lines.length > 0 && <Lines name={t('why.elsewhere')} part={elsewhere} note={note} facts={behind} />}
    </>
  )
}

type OfLine = (line: LedgerLine) => ReactNode

function Lines({ name, part, note, facts }: { name: string; part: Part; note: OfLine; facts: OfLine }) {
  return (
    <>
      <p className={style.part}>
        <strong>
          {name} <Amount value={part.sum} />
        </strong>
      </p>
      <LedgerLines lines={part.lines} note={note} facts={facts} />
    </>
  )
}
