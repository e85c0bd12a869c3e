import { useTranslation } from 'react-i18next'
import type { Change } from './answers.ts'
import { Arrow } from './arrow.tsx'
import { useChangeName, useValueWords } from './change-words.ts'
import style from './changes.module.css'

/** What differs between two models, one line each: where, and what it was and is. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('formula')
  if (changes.length === 0) return <p className={style.nothing}>{t('versions.same')}</p>
  return (
    <ul className={style.changes}>
      {changes.map((change) => (
        <Line key={`${change.path} ${change.kind}`} change={change} />
      ))}
    </ul>
  )
}

function Line({ change }: { change: Change }) {
  const { t } = useTranslation('formula')
  const nameOf = useChangeName()
  return (
    <li>
      <span className={style.place}>
        <bdi>{nameOf(change)}</bdi>
      </span>
      <span className={style.values}>
        {change.kind === 'changed' ? (
          <>
            <Value change={change} side="before" />
            <Arrow />
            <b>
              <Value change={change} side="after" />
            </b>
          </>
        ) : (
          <>
            <i>{t(`versions.kind.${change.kind}`)}</i>{' '}
            <Value change={change} side={change.kind === 'added' ? 'after' : 'before'} />
          </>
        )}
      </span>
    </li>
  )
}

function Value({ change, side }: { change: Change; side: 'before' | 'after' }) {
  const words = useValueWords()
  const { text, isCode } = words(change, change[side])
  return isCode ? <code dir="ltr">{text}</code> : <bdi>{text}</bdi>
}
