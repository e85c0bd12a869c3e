import { useTranslation } from 'react-i18next'
import { Problem } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { saidBy, Words } from '../../parts/words.tsx'
import style from './import.module.css'

/** Why a file is not taken, where in it the reason stands, where to get the right one, and what else it may be. */
export function Refused(props: { error: unknown; again: () => void; asQuestions: (() => void) | null }) {
  const { error, again, asQuestions } = props
  const { t } = useTranslation('import')
  const isTooLarge = error === 'too_large' || (error instanceof Problem && error.status === 413)
  if (!isTooLarge && (!(error instanceof Problem) || error.status >= 500))
    return <Trouble error={error} retry={again} />
  return (
    <div className={style.refused} role="alert">
      <p className={style.refusedTitle}>{t('refused')}</p>
      {isTooLarge ? (
        <p>{t('tooLarge')}</p>
      ) : (
        <>
          <p>
            <Words said={saidBy(error)} />
          </p>
          <Place members={error.members} />
        </>
      )}
      {asQuestions && (
        <p>
          <Button onPress={asQuestions}>{t('asQuestions')}</Button>
        </p>
      )}
      <p>
        <a href="#where">{t('where.link')}</a>
      </p>
    </div>
  )
}

/** Line and column, unless the refusal is about the file as a whole, which it says of its first cell. */
function Place({ members }: { members: Problem['members'] }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const { line, column } = members
  if (typeof line !== 'number' || typeof column !== 'number' || (line === 1 && column === 1)) return null
  return <p className={style.mute}>{t('place', { line: format.count(line), column: format.count(column) })}</p>
}
