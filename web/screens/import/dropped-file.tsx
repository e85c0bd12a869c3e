import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { useFormat } from '../../format.ts'
import { Bar } from '../../parts/bar.tsx'
import { Button } from '../../parts/button.tsx'
import { ColumnChoices } from './column-choices.tsx'
import { Done } from './done.tsx'
import { FileChoices } from './file-choices.tsx'
import style from './import.module.css'
import { type Choice, type Dropped, mayBeQuestions } from './imports.ts'
import { OpenQuestions } from './open-questions.tsx'
import { Preview } from './preview.tsx'
import { Question } from './question.tsx'
import { Refused } from './refused.tsx'
import { WithAlerts } from './with-alerts.tsx'

export interface FileActions {
  store: () => void
  again: () => void
  choose: (choice: Choice) => void
  remove: () => void
}

/** One file from being read to being scored. */
export function DroppedFile(props: { dropped: Dropped; isOnly: boolean } & FileActions) {
  const { t } = useTranslation('import')
  const { dropped, remove } = props
  const { state } = dropped.progress
  const isUnderWay = state === 'uploading' || state === 'storing' || state === 'scoring'
  return (
    <li className={style.file}>
      <div className={style.head}>
        <h2>
          <bdi>{dropped.file.name}</bdi>
        </h2>
        {!isUnderWay && (
          <Button
            onPress={remove}
            aria-label={t(state === 'done' ? 'closeFile' : 'removeFile', { file: dropped.file.name })}
          >
            {t(state === 'done' ? 'close' : 'remove')}
          </Button>
        )}
      </div>
      <HowRead {...props} />
      <State {...props} />
    </li>
  )
}

const choosable = ['reading', 'asks', 'ready']

/** What the columns of a table hold, and which questions are open: in sight while the file is read anew. */
function HowRead({ dropped, choose }: { dropped: Dropped } & FileActions) {
  const { progress, columns, questions, choice } = dropped
  if (!choosable.includes(progress.state)) return null
  return (
    <>
      {columns && <ColumnChoices columns={columns} choice={choice} choose={choose} />}
      {questions && progress.state !== 'asks' && (
        <OpenQuestions questions={questions} choice={choice} choose={choose} />
      )}
    </>
  )
}

function State({ dropped, isOnly, store, again, choose }: { dropped: Dropped; isOnly: boolean } & FileActions) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const counted = useCounted()
  const { progress } = dropped
  switch (progress.state) {
    case 'reading':
      return <Bar share={null} words={t('reading')} />
    case 'asks':
      return <Question choice={dropped.choice} choose={choose} field={progress.field} error={progress.error} />
    case 'refused': {
      const { choice } = dropped
      const asQuestions = () => choose({ ...choice, kind: 'zoom-qa' })
      const isTable = mayBeQuestions(progress.error, choice)
      return <Refused error={progress.error} again={again} asQuestions={isTable ? asQuestions : null} />
    }
    case 'ready':
      return (
        <>
          <div className={style.preview} aria-busy={progress.isStale === true}>
            <Preview preview={progress.preview} />
          </div>
          <FileChoices choice={dropped.choice} choose={choose} />
          <WithAlerts choice={dropped.choice} choose={choose} />
          <p>
            <Button go={isOnly} onPress={store} isDisabled={progress.isStale === true}>
              {t('import')}
            </Button>
          </p>
        </>
      )
    case 'uploading':
      return <Bar share={progress.share} words={t('uploading', { percent: format.percent(progress.share) })} />
    case 'storing':
      return <Bar share={null} words={t('storing')} />
    case 'scoring': {
      const { left, most } = progress
      const words = left > 0 ? t('scoring', counted(left)) : t('storing')
      return <Bar share={most > 0 ? 1 - left / most : null} words={words} />
    }
    case 'done':
      return <Done result={progress.result} isOnly={isOnly} />
  }
}
