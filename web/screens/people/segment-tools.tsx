import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import type { SegmentShown } from '../../../src/http/workspace/segment-shape.ts'
import { Button } from '../../parts/button.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { NameBox } from './name-box.tsx'
import { useSegmentCalls } from './queries.ts'

/** What can be done with the saved segment that is shown. */
export function SegmentTools({ segment }: { segment: SegmentShown }) {
  const { t } = useTranslation('people')
  const calls = useSegmentCalls()
  const [error, setError] = useState<unknown>(null)
  return (
    <>
      <DialogTrigger>
        <Button>{t('rename')}</Button>
        <NameBox
          title={t('rename')}
          go={t('renameGo')}
          name={segment.name}
          onName={(name) => calls.change(segment.id, { name })}
        />
      </DialogTrigger>
      <Confirm
        open={t('delete')}
        title={t('deleteSure')}
        go={t('delete')}
        stay={t('keep')}
        onGo={() => calls.remove(segment.id).catch(setError)}
      >
        <p>
          <bdi>{segment.name}</bdi>
        </p>
        <p>{t('deleteMeans')}</p>
      </Confirm>
      {error !== null && <Trouble error={error} />}
    </>
  )
}
