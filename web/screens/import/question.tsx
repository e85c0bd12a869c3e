import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api.ts'
import { Button } from '../../parts/button.tsx'
import { saidBy, Words } from '../../parts/words.tsx'
import { type Choosing, ZoneQuestion } from './file-choices.tsx'
import style from './import.module.css'
import type { Asked } from './imports.ts'
import { useRun, WebinarChoice } from './webinar-choice.tsx'

/** What a file does not say and somebody has to: nothing is stored before. */
export function Question({ field, ...props }: Choosing & { field: Asked; error: Problem }) {
  if (field === 'timezone') return <ZoneQuestion {...props} />
  if (field === 'webinar') return <WebinarQuestion {...props} />
  // The columns are chosen above: what is missing is said here.
  return (
    <p className={style.missing} role="status">
      <Words said={saidBy(props.error)} />
    </p>
  )
}

function WebinarQuestion({ choice, choose, error }: Choosing & { error: Problem }) {
  const { t } = useTranslation('import')
  const run = useRun()
  const [webinar, setWebinar] = useState<string | null>(choice.webinar)
  const chosen = webinar ?? run[0]?.id
  return (
    <div className={style.question}>
      <p>
        <Words said={saidBy(error)} />
      </p>
      {chosen === undefined ? (
        <p>{t('noWebinars')}</p>
      ) : (
        <>
          <WebinarChoice webinar={chosen} onChange={setWebinar} />
          <p>
            <Button go onPress={() => choose({ ...choice, webinar: chosen })}>
              {t('readForWebinar')}
            </Button>
          </p>
        </>
      )}
    </div>
  )
}
