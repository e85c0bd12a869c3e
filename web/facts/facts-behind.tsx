import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonAnswer } from '../../src/http/workspace/people.ts'
import { useCounted } from '../counted.ts'
import type { LedgerLine } from '../parts/ledger.tsx'
import { Unfold } from '../parts/unfold.tsx'
import { type About, aboutOf } from './about.ts'
import style from './happened.module.css'
import { type Fact, Happened } from './happened.tsx'
import { latestTold } from './latest-told.ts'

const few = 10

/** What each line of a person's ledger opens to, and what its facts are read with. */
export function useFactsBehind(of: PersonAnswer): { about: About; behind: (line: LedgerLine) => ReactNode } {
  const { t } = useTranslation('person')
  const facts = useMemo(() => new Map(of.timeline.map((fact) => [fact.fact, fact])), [of.timeline])
  const about = aboutOf(of, t('untitled'))
  return { about, behind: (line) => <FactsBehind line={line} facts={facts} about={about} /> }
}

/** The facts that one line of the ledger rests on, the oldest first. */
function FactsBehind(props: { line: LedgerLine; facts: ReadonlyMap<string, Fact>; about: About }) {
  const { t } = useTranslation('person')
  const counted = useCounted()
  const [isWhole, setWhole] = useState(false)
  const { line, facts, about } = props
  const behind = latestTold(line.facts.flatMap((id) => facts.get(id) ?? [])).sort((a, b) => (a.at < b.at ? -1 : 1))
  const shown = isWhole ? behind : behind.slice(0, few)
  if (behind.length === 0) return <p className={style.silent}>{t('facts.none')}</p>
  return (
    <>
      <p className={style.rests}>{t('facts.rests', counted(behind.length))}</p>
      <ol className={style.facts}>
        {shown.map((fact) => (
          <Happened key={fact.fact} fact={fact} about={about} />
        ))}
      </ol>
      {behind.length > shown.length && (
        <Unfold onPress={() => setWhole(true)}>{t('facts.all', counted(behind.length))}</Unfold>
      )}
    </>
  )
}
