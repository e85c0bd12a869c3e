import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../counted.ts'
import type { LedgerLine } from '../parts/ledger.tsx'
import type { About } from './about.ts'
import style from './happened.module.css'
import { type Fact, Happened } from './happened.tsx'
import { latestTold } from './latest-told.ts'

const few = 10

/** The facts that one line of the ledger rests on, the oldest first. */
export function FactsBehind(props: { line: LedgerLine; facts: ReadonlyMap<string, Fact>; about: About }) {
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
        <button type="button" className={style.more} onClick={() => setWhole(true)}>
          {t('facts.all', counted(behind.length))}
        </button>
      )}
    </>
  )
}
