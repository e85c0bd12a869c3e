import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import style from './marked.module.css'
import { type Mark, partsOf, shownOf } from './marked-parts.ts'
import { useTopicName } from './topic-name.ts'
import { Unfold } from './unfold.tsx'

const most = 280

/** Somebody's own words, kept to themselves, with what is about buying marked; the rest of a long text on demand. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const { t } = useTranslation()
  const nameOf = useTopicName()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? text : shownOf(text, marks, most)
  return (
    <>
      <bdi className={style.text}>
        {partsOf(shown, marks).map((part, index) =>
          part.topics.length > 0 ? (
            <mark key={index} className={style.mark} title={part.topics.map(nameOf).join(', ')}>
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
        {shown.length < text.length && '…'}
      </bdi>
      {shown.length < text.length && (
        <>
          {' '}
          <Unfold onPress={() => setWhole(true)}>{t('wholeText')}</Unfold>
        </>
      )}
    </>
  )
}

/** Topics of buying as small labels; of more than `most` the rest is counted. */
export function Topics({ topics, most = topics.length }: { topics: readonly string[]; most?: number }) {
  const { t } = useTranslation()
  const nameOf = useTopicName()
  if (topics.length === 0) return null
  const names = topics.map(nameOf)
  return (
    <span className={style.topics} title={t('aboutBuying', { topics: names.join(', ') })}>
      {names.slice(0, most).map((name, index) => (
        <span key={topics[index]} className={style.topic}>
          <bdi>{name}</bdi>
        </span>
      ))}
      {names.length > most && (
        <span className={style.topic}>
          <span aria-hidden="true">+{names.length - most}</span>
          <span className="unseen">{names.slice(most).join(', ')}</span>
        </span>
      )}
    </span>
  )
}
