import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ImportedFile } from '../../../src/http/workspace/imports.ts'
import { useCounted } from '../../counted.ts'
import { buttonLink } from '../../parts/button.tsx'
import { useSlug } from '../../session.ts'
import style from './import.module.css'
import { Odd } from './odd.tsx'
import { WhichWebinar } from './preview.tsx'

/** What came of a file, and the way to its webinar. */
export function Done({ result, isOnly }: { result: ImportedFile; isOnly: boolean }) {
  const { t } = useTranslation('import')
  const slug = useSlug()
  const counted = useCounted()
  const { facts, people, webinar } = result
  return (
    <>
      <p role="status" className={style.done}>
        <strong>{facts > 0 ? t('done') : t('doneBefore')}</strong>
        <WhichWebinar preview={result} />
      </p>
      <p>
        {t('facts', counted(facts))} · {t('people', counted(people))}
      </p>
      <Odd result={result} />
      {webinar && (
        <p>
          <Link href={`/w/${slug}/webinars/${webinar.id}`} className={buttonLink({ go: isOnly })}>
            {t('toWebinar')}
          </Link>
        </p>
      )}
    </>
  )
}
