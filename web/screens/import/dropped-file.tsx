import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { useFormat } from '../../format.ts'
import { Bar } from '../../parts/bar.tsx'
import { Button } from '../../parts/button.tsx'
import { Done } from './done.tsx'
import { FileChoices, ZoneQuestion } from './file-choices.tsx'
import style from './import.module.css'
import type { Choice, Dropped } from './imports.ts'
import { Preview } from './preview.tsx'
import { Refused } from './refused.tsx'

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
      <State {...props} />
    </li>
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
    case 'asks_zone':
      return <ZoneQuestion choice={dropped.choice} choose={choose} />
    case 'refused':
      return <Refused error={progress.error} again={again} />
    case 'ready':
      return (
        <>
          <Preview preview={progress.preview} />
          <FileChoices choice={dropped.choice} choose={choose} />
          <p>
            <Button go={isOnly} onPress={store}>
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
