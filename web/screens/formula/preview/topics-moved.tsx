import { useTranslation } from 'react-i18next'
import { Card } from '../../../parts/card.tsx'
import { useTopicName } from '../../../parts/topic-name.ts'
import type { Preview } from '../answers.ts'
import { BeforeAfter } from './before-after.tsx'
import style from './preview.module.css'

/** How many questions are about each topic of buying by the words in force and by the draft's, where that differs. */
export function TopicsMoved({ questions: { topics } }: { questions: Preview['questions'] }) {
  const { t } = useTranslation('formula')
  const nameOf = useTopicName()
  const moved = topics.filter(({ before, after }) => before !== after)
  if (moved.length === 0) return null
  return (
    <Card title={t('preview.questions')}>
      <dl className={style.topics}>
        {moved.map(({ topic, before, after }) => (
          <div key={topic}>
            <dt>
              <bdi>{nameOf(topic)}</bdi>
            </dt>
            <dd>
              <BeforeAfter before={before} after={after} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
