import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BuyingTopic, LANGUAGES, type Language } from '../../../../src/domain/buying-word.ts'
import { canonicalJson } from '../../../../src/domain/fact.ts'
import { useCounted } from '../../../counted.ts'
import { Button } from '../../../parts/button.tsx'
import { Pill } from '../../../parts/pill.tsx'
import { useTopicName } from '../../../parts/topic-name.ts'
import type { Finding } from '../answers.ts'
import { FindingLine } from '../checks/finding-line.tsx'
import { useFindings } from '../checks/queries.ts'
import { AddEntries } from '../entries/add-entries.tsx'
import { Entries } from '../entries/entries.tsx'
import { useFormula } from '../formula-state.ts'
import style from './buying.module.css'
import { typedWords, withoutTopic, withoutWord, withWords } from './edits.ts'

interface TopicCardProps {
  topic: BuyingTopic
  /** Its place in the model. */
  at: number
  isOpen: boolean
  toggle: () => void
}

/** One topic: how many words it has, and opened the words in each language and what is odd about them. */
export function TopicCard({ topic, at, isOpen, toggle }: TopicCardProps) {
  const { t } = useTranslation('formula')
  const { mayEdit, inForce } = useFormula()
  const id = useId()
  const name = useTopicName()(topic.id)
  const counted = useCounted()
  const before = inForce.model.buyingWords.find((each) => each.id === topic.id)
  const isChanged = canonicalJson(topic) !== canonicalJson(before ?? null)
  const counts = LANGUAGES.map((language) => t(`buying.count.${language}`, counted(topic.words[language].length)))
  return (
    <section className={style.topic} aria-labelledby={id}>
      <div className={style.head}>
        <h2 id={id}>
          <button type="button" aria-expanded={isOpen} onClick={toggle}>
            <bdi>{name}</bdi>
          </button>
        </h2>
        <p className={style.counts}>
          {counts.map((count) => (
            <span key={count}>{count}</span>
          ))}
        </p>
        {isChanged && <Pill>{t(before ? 'buying.changed' : 'buying.new')}</Pill>}
      </div>
      <Findings at={at} withHints={isOpen} />
      {isOpen && (
        <div className={style.languages}>
          {LANGUAGES.map((language) => (
            <Words key={language} topic={topic} language={language} name={name} />
          ))}
          {mayEdit && <TakeAway topic={topic.id} name={name} />}
        </div>
      )}
    </section>
  )
}

function Words({ topic, language, name }: { topic: BuyingTopic; language: Language; name: string }) {
  const { t } = useTranslation('formula')
  const { inForce, mayEdit, change } = useFormula()
  const before = inForce.model.buyingWords.find(({ id }) => id === topic.id)
  const title = t(`buying.language.${language}`)
  return (
    <section className={style.words} aria-label={`${name}, ${title}`}>
      <h3>{title}</h3>
      <Entries
        lang={language}
        entries={topic.words[language]}
        before={before?.words[language] ?? []}
        none={t('buying.noWords')}
        remove={mayEdit ? (word) => change((model) => withoutWord(model, topic.id, language, word)) : undefined}
      />
      {mayEdit && (
        <AddEntries
          lang={language}
          label={t('buying.addTo', { topic: name, language: title })}
          placeholder={t('buying.add')}
          read={typedWords}
          add={(words) => change((model) => withWords(model, topic.id, language, words))}
        />
      )}
    </section>
  )
}

/** In two steps, for all its words go with it. */
function TakeAway({ topic, name }: { topic: string; name: string }) {
  const { t } = useTranslation('formula')
  const { change } = useFormula()
  const [isSure, setSure] = useState(false)
  if (!isSure)
    return (
      <Button aria-label={t('buying.takeAwayOf', { topic: name })} onPress={() => setSure(true)}>
        {t('buying.takeAway')}
      </Button>
    )
  return (
    <span className={style.sure}>
      <Button onPress={() => change((model) => withoutTopic(model, topic))}>{t('buying.takeAwaySure')}</Button>
      <Button onPress={() => setSure(false)}>{t('buying.keep')}</Button>
    </span>
  )
}

function Findings({ at, withHints }: { at: number; withHints: boolean }) {
  const { data } = useFindings()
  const path = `buyingWords.${at}`
  const isHere = (item: Finding) => item.path === path || item.path.startsWith(`${path}.`)
  const found = data?.items.filter((item) => isHere(item) && (withHints || item.severity !== 'hint')) ?? []
  if (found.length === 0) return null
  return (
    <div className={style.findings}>
      {found.map((finding) => (
        <FindingLine key={finding.path} finding={finding} />
      ))}
    </div>
  )
}
