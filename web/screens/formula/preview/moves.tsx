import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLedgerSentence } from '../../../parts/ledger-sentence.ts'
import { useRuleName } from '../../../parts/rule-name.ts'
import { useSlug } from '../../../session.ts'
import type { LineMove, Preview } from '../answers.ts'
import { Arrow } from '../arrow.tsx'
import { BeforeAfter } from './before-after.tsx'
import style from './preview.module.css'

type Move = Preview['moves'][number]

/** Whose score moves furthest; each opens to the lines of the ledger that cause it. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation('formula')
  if (moves.length === 0) return <p className={style.nobody}>{t('preview.movesNone')}</p>
  return (
    <ol className={style.moves}>
      {moves.map((move) => (
        <li key={move.person.id}>
          <Opening move={move} />
        </li>
      ))}
    </ol>
  )
}

function Opening({ move: { person, before, after, lines } }: { move: Move }) {
  const { t } = useTranslation(['formula', 'common'])
  const slug = useSlug()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={style.who}>
          <bdi>{person.name ?? person.email ?? t('common:nobodyKnown')}</bdi>
          <Stages before={before.stage} after={after.stage} />
        </span>
        <BeforeAfter before={before.score} after={after.score} />
      </summary>
      {isOpen && (
        <div className={style.causes}>
          <ul>
            {lines.map((line, index) => (
              <Cause key={index} line={line} />
            ))}
          </ul>
          <Link href={`/w/${slug}/people/${person.id}`}>{t('preview.toPerson')}</Link>
        </div>
      )}
    </details>
  )
}

function Stages({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation()
  const name = (stage: string) => t(`stage.${stage as 'lead'}`)
  if (before === after) return <small>{name(after)}</small>
  return (
    <small>
      <bdi>{name(before)}</bdi> <Arrow /> <bdi>{name(after)}</bdi>
    </small>
  )
}

function Cause({ line }: { line: LineMove }) {
  const sentence = useLedgerSentence()
  const nameOf = useRuleName()
  return (
    <li>
      <span className={style.who}>
        {nameOf(line.rule)}
        <small>{sentence(line)}</small>
      </span>
      <BeforeAfter before={line.before} after={line.after} signed />
    </li>
  )
}
