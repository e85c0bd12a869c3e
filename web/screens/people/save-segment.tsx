import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import type { Filters } from './filters.ts'
import { NameBox } from './name-box.tsx'
import { useSegmentCalls } from './queries.ts'

/** Keeps what the list is narrowed down by under a name. */
export function SaveSegment({ filters }: { filters: Filters }) {
  const { t } = useTranslation('people')
  const calls = useSegmentCalls()
  return (
    <DialogTrigger>
      <Button>{t('save')}</Button>
      <NameBox
        title={t('saveAs')}
        go={t('saveGo')}
        name=""
        onName={async (name) => {
          await calls.add(name, filters)
        }}
      />
    </DialogTrigger>
  )
}
