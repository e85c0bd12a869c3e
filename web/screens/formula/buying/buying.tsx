import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { BuyingTopic } from '../../../../src/domain/buying-word.ts'
import ready from '../../../../src/domain/templates/buying-words.json' with { type: 'json' }
import { phone, useMedia } from '../../../media.ts'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { useFormula } from '../formula-state.ts'
import { AddTopic } from './add-topic.tsx'
import style from './buying.module.css'
import { withTopics } from './edits.ts'
import { TopicCard } from './topic-card.tsx'
import { TrySentence } from './try-sentence.tsx'

/** The words by which a question is known to be about buying: by topic and language, with a sentence to try them on. */
export default function Buying() {
  const { t } = useTranslation('formula')
  const { model, mayEdit, change } = useFormula()
  const [open, setOpen] = useOpen()
  const isPhone = useMedia(phone)
  const how = (
    <Card title={t('buying.how')}>
      <How />
    </Card>
  )
  const missing = ready.filter(({ id }) => !model.buyingWords.some((topic) => topic.id === id))
  return (
    <div className={style.columns}>
      <div className={style.beside}>
        <Card title={t('buying.try')}>
          <TrySentence />
        </Card>
        {!isPhone && how}
      </div>
      <div className={style.list}>
        {model.buyingWords.length === 0 && <p className={style.none}>{t('buying.none')}</p>}
        {model.buyingWords.length > 0 && (
          <div className={style.topics}>
            {model.buyingWords.map((topic, at) => (
              <TopicCard
                key={topic.id}
                topic={topic}
                at={at}
                isOpen={topic.id === open}
                toggle={() => setOpen(topic.id === open ? null : topic.id)}
              />
            ))}
          </div>
        )}
        {mayEdit && (
          <div className={style.more}>
            <AddTopic added={setOpen} />
            {missing.length > 0 && (
              <Button onPress={() => change((now) => withTopics(now, readyTopics()))}>{t('buying.takeReady')}</Button>
            )}
          </div>
        )}
        {isPhone && how}
      </div>
    </div>
  )
}

/** Which topic is open stands in the address. */
function useOpen(): [string | null, (topic: string | null) => void] {
  const [params, setParams] = useSearchParams()
  const setOpen = (topic: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (topic === null) next.delete('open')
        else next.set('open', topic)
        return next
      },
      { replace: true },
    )
  return [params.get('open'), setOpen]
}

function readyTopics(): BuyingTopic[] {
  return ready.map(({ id, words }) => ({ id, words: { ...{ en: [], he: [], ru: [] }, ...words } }))
}

function How() {
  const { t } = useTranslation('formula')
  return (
    <ul className={style.how}>
      {(['whole', 'star', 'forms', 'none'] as const).map((each) => (
        <li key={each}>{t(`buying.means.${each}`)}</li>
      ))}
    </ul>
  )
}
