import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button, buttonLink } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Words } from '../../../parts/words.tsx'
import { useSlug } from '../../../session.ts'
import { useWhen } from '../../../when.ts'
import type { Preview as Answer } from '../answers.ts'
import { useFormula } from '../formula-state.ts'
import { Scores } from '../scores/scores.tsx'
import { useJob } from '../use-job.ts'
import { Working } from '../working.tsx'
import { AlertsRaised } from './alerts-raised.tsx'
import { Crossings } from './crossings.tsx'
import { Figures } from './figures.tsx'
import { Moves } from './moves.tsx'
import style from './preview.module.css'
import { TopicsMoved } from './topics-moved.tsx'

/** What the draft would do to everybody, by name, before it does it. */
export default function Preview() {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  const { draft, subject } = useFormula()
  const { data, error, progress, isFetching, refetch } = useJob<Answer>('model/preview', subject, draft !== null)
  if (!draft)
    return (
      <Empty title={t('preview.none')}>
        <p>{t('preview.noneWhy')}</p>
        <Link href={`/w/${slug}/formula`} className={buttonLink({ go: true })}>
          {t('preview.toRules')}
        </Link>
      </Empty>
    )
  if (isFetching) return <Working progress={progress} />
  if (error) return <Trouble error={error} retry={refetch} />
  return data ? <Result preview={data} again={refetch} /> : null
}

function Result({ preview, again }: { preview: Answer; again: () => void }) {
  const { t } = useTranslation('formula')
  const when = useWhen()
  return (
    <div className={style.screen}>
      <div className={style.asOf}>
        <p>{t('preview.asOf', { when: when.dayAndTime(preview.asOf), version: preview.fromVersion })}</p>
        <Button onPress={() => again()}>{t('preview.again')}</Button>
      </div>
      {preview.notes.map(({ text, key, params }) => (
        <p key={key} className={style.asOf}>
          <Words said={{ text, key, params }} />
        </p>
      ))}
      <Figures preview={preview} />
      <div className={style.two}>
        <Crossings line="mql" crossing={preview.lines.mql} />
        <Crossings line="sql" crossing={preview.lines.sql} />
      </div>
      <Card title={t('scores.title')}>
        <Scores distribution={preview.distribution} />
      </Card>
      <AlertsRaised alerts={preview.alerts} />
      <TopicsMoved questions={preview.questions} />
      <Card title={t('preview.moves')}>
        <Moves moves={preview.moves} />
      </Card>
    </div>
  )
}
