import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import style from './import.module.css'

type Item = { kind: string; getFile?: () => Promise<File>; getEntries?: () => AsyncIterable<Item> }

/** Takes files by drag and drop, by the file chooser and from the clipboard; of a folder it takes what lies in it. */
export function DropArea({ add, isFirst }: { add: (files: readonly File[]) => void; isFirst: boolean }) {
  const { t } = useTranslation('import')
  return (
    <DropZone
      className={`${style.drop} ${isFirst ? style.tall : ''}`}
      aria-label={t('drop.label')}
      onDrop={async ({ items }) => add(await filesOf(items as Iterable<Item>))}
    >
      <p className={style.dropTitle}>{t('drop.title')}</p>
      <FileTrigger allowsMultiple acceptedFileTypes={['.csv', 'text/csv']} onSelect={(list) => add([...(list ?? [])])}>
        <Button go={isFirst}>{t('drop.choose')}</Button>
      </FileTrigger>
      <p className={style.hint}>{t('drop.hint')}</p>
    </DropZone>
  )
}

async function filesOf(items: Iterable<Item> | AsyncIterable<Item>): Promise<File[]> {
  const files: File[] = []
  for await (const item of items) {
    if (item.kind === 'file' && item.getFile) files.push(await item.getFile())
    if (item.kind === 'directory' && item.getEntries) files.push(...(await filesOf(item.getEntries())))
  }
  return files
}
