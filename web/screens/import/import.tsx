import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { useMay } from '../../rights.ts'
import { useTitle } from '../../title.ts'
import { DropArea } from './drop-area.tsx'
import { DroppedFile } from './dropped-file.tsx'
import style from './import.module.css'
import { isBusy } from './imports.ts'
import { useLeaveGuard } from './leave-guard.ts'
import { useImports } from './use-imports.ts'
import { WhereFrom } from './where-from.tsx'

/** Report files come in: each is read first, shown, and stored when somebody says so. */
export default function Import() {
  const { t } = useTranslation('import')
  const { files, add, read, store, choose, remove } = useImports()
  const ready = files.filter(({ progress }) => progress.state === 'ready')
  const taken = files.filter(({ progress }) => progress.state !== 'refused')
  useLeaveGuard(isBusy(files), t('leave'))
  useTitle(t('title'))
  const mayWrite = useMay('write')
  if (!mayWrite)
    return (
      <div className={style.screen}>
        <h1>{t('title')}</h1>
        <Empty title={t('notYours.title')}>
          <p>{t('notYours.who')}</p>
        </Empty>
      </div>
    )
  return (
    <div className={style.screen}>
      <h1>{t('title')}</h1>
      <DropArea add={add} isFirst={files.length === 0} />
      {ready.length > 1 && (
        <p className={style.all}>
          <Button go onPress={() => ready.forEach(store)}>
            {t('importAll', { count: ready.length })}
          </Button>
        </p>
      )}
      {files.length > 0 && (
        <ul className={style.files} aria-label={t('files')}>
          {files.toReversed().map((dropped) => (
            <DroppedFile
              key={dropped.id}
              dropped={dropped}
              isOnly={taken.length === 1}
              store={() => store(dropped)}
              again={() => read(dropped)}
              choose={(choice) => choose(dropped, choice)}
              remove={() => remove(dropped.id)}
            />
          ))}
        </ul>
      )}
      <WhereFrom />
    </div>
  )
}
